import { randomUUID } from 'node:crypto'
import {
  buildASTSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'

/** Every mutation of a subgraph, from its schema, so that a test cannot forget one. */

export type Given = Readonly<Record<string, unknown>>

export type MutationField = {
  readonly name: string
  /** A document that calls the mutation and only selects `__typename`. */
  readonly document: string
  /** The minimal input for the schema; given values take precedence over generated ones. */
  variables(given: Given): Readonly<Record<string, unknown>>
}

export function mutationsOf(subgraph: 'img' | 'ncg' | 'svip'): readonly MutationField[] {
  const schema = buildASTSchema(readTypeDefs(subgraph), { assumeValidSDL: true })
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
    const parameters = args.map((each) => `$${each.name}: ${String(each.type)}`).join(', ')
    const passed = args.map((each) => `${each.name}: $${each.name}`).join(', ')
    return {
      name,
      document: `mutation(${parameters}) { ${name}(${passed}) { __typename } }`,
      variables: (given) =>
        Object.fromEntries(
          args
            .filter((each) => isRequiredArgument(each) || each.name in given)
            .map((each) => [each.name, valueFor(each.type, each.name, given)]),
        ),
    }
  })
}

function valueFor(type: GraphQLInputType, name: string, given: Given): unknown {
  if (name in given) return given[name]
  if (isNonNullType(type)) return valueFor(type.ofType, name, given)
  if (isListType(type)) return [valueFor(type.ofType, name, given)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isRequiredInputField(field) || field.name in given)
        .map((field) => [field.name, valueFor(field.type, field.name, given)]),
    )
  return SCALARS[type.name]?.()
}

const SCALARS: Readonly<Record<string, () => unknown>> = {
  ID: randomUUID,
  Int: () => 1,
  Boolean: () => true,
  String: () => 'Een tekst die lang genoeg is om iets te zeggen.',
  Date: () => dutchDay(new Date()),
  DateTime: () => new Date().toISOString(),
}
