import { plugin as printTypes } from '@graphql-codegen/typescript'
import { plugin as printResolvers } from '@graphql-codegen/typescript-resolvers'
import { buildASTSchema, isIntrospectionType, isObjectType, visit } from 'graphql'
import { readTypeDefs } from '../kernel/graphql/schema.ts'

/** What the types of a subgraph refer to; the paths start at the folder of the subgraph. */
type Own = {
  readonly context: string
  /** What stands for a type of the schema: for one whose fields have resolvers, what these get as their parent. */
  readonly models: Readonly<Record<string, string>>
}

/** The register keeps these words as the agencies tell them, as text. */
const REGISTER_WORDS = {
  DamageStatus: 'string',
  StrengtheningPhase: 'string',
  StrengtheningStatus: 'string',
  TrackPhase: 'string',
}

const SUBGRAPHS: Readonly<Record<string, Own>> = {
  img: {
    context: './resolvers.ts#Context',
    models: { Address: '../agency/context.ts#AddressReference', DamageClaim: './claim.ts#ClaimFile' },
  },
  ncg: {
    context: './resolvers.ts#Context',
    models: {
      Address: '../agency/context.ts#AddressReference',
      StrengtheningProject: './project.ts#ProjectFile',
    },
  },
  svip: {
    context: './context.ts#SvipContext',
    models: {
      ...REGISTER_WORDS,
      Address: './context.ts#AddressNode',
      CooperationPotential: './modules/potential/potential.ts#Potential',
      InformationRequest: './modules/requests/tables.ts#InformationRequestRow',
      InformationRequestStep: './modules/requests/tables.ts#InformationRequestStepRow',
      InformationRequestStatistics: './modules/requests/resolvers.ts#Statistics',
      Signal: './modules/signals/show.ts#ShownSignal',
      SignalStep: './modules/signals/resolvers.ts#ShownStep',
    },
  },
}

/** Path → content of the file with the types of each subgraph. */
export const schemaTypes = (): Promise<[string, string][]> =>
  Promise.all(
    Object.entries(SUBGRAPHS).map(async ([name, own]) => [
      `subgraphs/${name}/schema.generated.ts`,
      await typesOf(name, own),
    ]),
  )

/** The schema of a subgraph as TypeScript: its inputs, arguments and enums, and what its resolvers must take and give. */
async function typesOf(name: string, { context, models }: Own): Promise<string> {
  // The generator does not know the directives of federation, and the types do not depend on directives.
  const leave = () => null
  const schema = buildASTSchema(
    visit(readTypeDefs(name), { Directive: leave, DirectiveDefinition: leave, SchemaExtension: leave }),
  )
  const roots = [schema.getQueryType(), schema.getMutationType()]
  const objects = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type),
  )
  const given = objects.map((type) => [type.name, '../../kernel/graphql/given.ts#Given<{T}>'])
  const config = {
    avoidOptionals: { defaultValue: true, field: true },
    contextType: context,
    disableDescriptions: true,
    enumsAsTypes: true,
    immutableTypes: true,
    inputMaybeValue: 'T | null',
    mappers: { ...Object.fromEntries(given), ...models },
    rootValueType: 'unknown',
    scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
    showUnusedMappers: false,
    skipTypename: true,
    strictScalars: true,
    useTypeImports: true,
  }
  const parts = [await printTypes(schema, [], config), await printResolvers(schema, [], config)]
  const text = [
    '/** Written by `npm run schema`. */',
    ...parts.flatMap(({ prepend = [] }) => prepend),
    ...parts.map(({ content }) => content),
  ].join('\n')
  // A default stands for what is left out, not for a null.
  return `${text.replace('NonNullable<T[P]>', 'T[P]').trimEnd()}\n`
}
