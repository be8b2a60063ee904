import {
  type ConstValueNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { type AppError, badInput } from '../../errors.ts'
import { argumentAt, type Bound, type Bounds, inputFieldAt } from './bounds.ts'
import { type CheckValue, createValueChecks, type Look, MAX_FAULTS } from './check-value.ts'

type Variables = Readonly<Record<string, unknown>>

/** Checks the variables of an operation as sent; `null` when they, and the literals of the operation, are within their bounds. */
export type CheckOperation = (variables: Variables) => AppError | null

/** Whether errors about this document may list the values of an enum. */
export type NamesValues = (text: string) => boolean

type Asked = { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }

/** A use of a variable, with its bound. */
type Use = {
  readonly check: CheckValue
  readonly path: readonly string[]
  readonly read: (variables: Variables) => unknown
}

type Place = {
  readonly type: GraphQLInputType
  readonly bound: Bound | undefined
  readonly path: readonly string[]
}

/**
 * Compiles the checks of valid operations of a schema. Literals are checked once, variables on each request, before coercion: coercion
 * reports every fault, and prints the whole value in each.
 * @param namesValues whether errors about this document may list the values of an enum: the schema is not public.
 */
export function createOperationChecks(
  schema: GraphQLSchema,
  bounds: Bounds,
  namesValues: NamesValues = () => false,
): (asked: Asked) => CheckOperation {
  const checks = { silent: createValueChecks(bounds), open: createValueChecks(bounds, true) }

  return function compile({ document, operation }) {
    const checkOf = namesValues(document.loc?.source.body ?? '') ? checks.open : checks.silent
    const defaults = new Map(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
      ),
    )
    const uses: Use[] = []
    const inDocument: string[] = []

    function collect(value: ValueNode, { type: given, bound, path }: Place): void {
      const type = getNullableType(given)
      const check = checkOf(type, bound)
      if (!check) return
      if (!holdsVariable(value)) {
        check(valueFromASTUntyped(value), { path: [...path], faults: inDocument })
      } else if (value.kind === Kind.VARIABLE) {
        const name = value.name.value
        uses.push({
          check,
          path,
          read: (given) => (Object.hasOwn(given, name) ? given[name] : defaults.get(name)),
        })
      } else if (isScalarType(type)) {
        uses.push({ check, path, read: (given) => valueFromASTUntyped(value, given) })
      } else if (value.kind === Kind.LIST && isListType(type)) {
        for (const item of value.values) collect(item, { type: type.ofType, bound, path })
        // Checks the number of items; the items themselves were collected one by one.
        check(
          value.values.map(() => null),
          { path: [...path], faults: inDocument },
        )
      } else if (value.kind === Kind.OBJECT && isInputObjectType(type)) {
        for (const { name, value: inner } of value.fields) {
          const field = type.getFields()[name.value]
          if (field)
            collect(inner, {
              type: field.type,
              bound: bounds.get(inputFieldAt(type.name, name.value)),
              path: [...path, name.value],
            })
        }
      }
    }

    const typeInfo = new TypeInfo(schema)
    visit(
      ofOperation(document, operation),
      visitWithTypeInfo(typeInfo, {
        Argument(node) {
          const argument = typeInfo.getArgument()
          const field = typeInfo.getFieldDef()
          const parent = typeInfo.getParentType()
          if (!argument || !field || !parent || typeInfo.getDirective()) return
          const bound = bounds.get(argumentAt(parent.name, field.name, argument.name))
          collect(node.value, { type: argument.type, bound, path: [argument.name] })
        },
      }),
    )
    if (inDocument.length > 0) return () => refusal(inDocument)
    return (variables) => {
      const faults: string[] = []
      for (const { check, path, read } of uses) {
        const look: Look = { path: [...path], faults }
        check(read(variables), look)
        if (faults.length >= MAX_FAULTS) break
      }
      return faults.length === 0 ? null : refusal(faults)
    }
  }
}

const refusal = (faults: readonly string[]): AppError =>
  badInput(`De invoer klopt niet: ${[...new Set(faults)].join('; ')}. Pas dit aan en stuur de vraag opnieuw.`)

/** An operation with the document's fragments: another operation may have different variables under the same names. */
const ofOperation = (document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode =>
  separateOperations(document)[name?.value ?? ''] ?? document

function holdsVariable(value: ValueNode | ConstValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable)
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value))
}
