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
    context: './claim.ts#ClaimContext',
    models: { Address: '../agency/context.ts#AddressReference', DamageClaim: './claim.ts#ClaimFile' },
  },
  ncg: {
    context: './project.ts#ProjectContext',
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
      InformationRequestStatistics: './modules/requests/statistics.ts#Statistics',
      Signal: './modules/signals/show.ts#ShownSignal',
      SignalStep: './modules/signals/show.ts#ShownStep',
    },
  },
}

/** Path → content of the files with the types of each subgraph. */
export const schemaTypes = async (): Promise<[string, string][]> =>
  (await Promise.all(Object.entries(SUBGRAPHS).map(([name, own]) => typesOf(name, own)))).flat()

/**
 * The schema of a subgraph as TypeScript: its inputs, arguments and enums, and in a file of its own what its resolvers must take and give.
 * The latter names the rows of the stores, and the rows are made of the words of the schema: in one file they would import each other.
 */
async function typesOf(name: string, { context, models }: Own): Promise<[string, string][]> {
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
  const resolvers = await printResolvers(schema, [], { ...config, namespacedImportName: 'Schema' })
  return [
    [`subgraphs/${name}/schema.generated.ts`, toText(await printTypes(schema, [], config))],
    [
      `subgraphs/${name}/resolvers.generated.ts`,
      toText({
        ...resolvers,
        prepend: ["import type * as Schema from './schema.generated.ts';", ...(resolvers.prepend ?? [])],
      }),
    ],
  ]
}

const toText = ({ prepend = [], content }: Awaited<ReturnType<typeof printTypes>>): string =>
  // A default stands for what is left out, not for a null.
  `${['/** Written by `npm run schema`. */', ...prepend, content].join('\n').replace('NonNullable<T[P]>', 'T[P]').trimEnd()}\n`
