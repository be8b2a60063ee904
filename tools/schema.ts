import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { type GraphQLSchema, isEnumType, printSchema } from 'graphql'
import { API_SCHEMA_FILE } from '../gateway/api-schema.ts'
import { readCategories, readTypeDefs } from '../kernel/graphql/schema.ts'
import type { Activity } from '../kernel/records/activities.ts'
import { REGISTER_FILE } from '../kernel/records/processing-register.ts'
import * as vocabulary from '../kernel/vocabulary.ts'
import { AGENCY_ACTIVITIES } from '../subgraphs/agency/activities.ts'
import { foldActivities } from '../subgraphs/svip/fold.ts'
import { LABELS_FILE } from '../subgraphs/svip/modules/labels/labels.ts'
import { policyMarkdown } from '../subgraphs/svip/policy/document.ts'
import { POLICY_VERSIONS, policyOn } from '../subgraphs/svip/policy/versions/index.ts'
import { registerMarkdown } from '../subgraphs/svip/processing-register/document.ts'
import { processingRegister } from '../subgraphs/svip/processing-register/register.ts'
import { accessMatrix } from './access-matrix.ts'
import { ASYNCAPI_FILE, asyncapi } from './asyncapi.ts'
import { labelsOf } from './labels.ts'
import { schemaTypes } from './schema-types.ts'

/**
 * Generates files from the hand-written schemas and the policy.
 *
 *   npm run schema          writes it npm run schema:check    fails when what is committed differs, or when the API can break clients of
 *   what has landed npm run schema:land     takes the present API as what has landed
 */

const SUPERGRAPH = 'schema/supergraph.graphql'
const LANDED = 'schema/landed.graphql'
/** Accepted changes that can break clients, one per line, each with a reason after `#`. */
const ACCEPTED = 'schema/accepted-breaking-changes.txt'
const URLS = {
  img: 'http://127.0.0.1:4001/graphql',
  ncg: 'http://127.0.0.1:4002/graphql',
  svip: 'http://127.0.0.1:4003/graphql',
} as const

/** What the parties do under every version of the policy. */
export const ACTIVITIES: readonly Activity[] = [
  ...Object.values(AGENCY_ACTIVITIES).flatMap((ofAgency) => Object.values(ofAgency)),
  ...foldActivities(),
]

export function composeSupergraph(): string {
  const services = Object.entries(URLS).map(([name, url]) => ({ name, url, typeDefs: readTypeDefs(name) }))
  const { supergraphSdl, errors } = composeServices(services)
  if (errors)
    throw new Error(
      `The schemas do not compose:\n${errors.map(({ message }) => `  - ${message}`).join('\n')}`,
    )
  return `${supergraphSdl.trimEnd()}\n`
}

/** Path → content of every generated file. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const policy = policyOn(POLICY_VERSIONS.at(-1)?.from ?? '')
  if (!policy) throw new Error('there is no policy')
  const agencies = (['IMG', 'NCG'] as const).map((owner) => {
    const typeDefs = readTypeDefs(owner.toLowerCase())
    return { owner, typeDefs, categories: readCategories(buildSubgraphSchema([{ typeDefs }])) }
  })
  const svip = buildSubgraphSchema([{ typeDefs: readTypeDefs('svip') }])
  readCategories(svip)
  assertVocabulary(svip)
  const register = processingRegister(POLICY_VERSIONS, ACTIVITIES)
  const supergraph = composeSupergraph()
  return new Map([
    [SUPERGRAPH, supergraph],
    [API_SCHEMA_FILE, `${printSchema(apiSchema(supergraph))}\n`],
    ['schema/access.md', accessMatrix(policy, agencies)],
    ['docs/policy.md', policyMarkdown(POLICY_VERSIONS)],
    [ASYNCAPI_FILE, `${JSON.stringify(asyncapi(), null, 2)}\n`],
    [LABELS_FILE, `${JSON.stringify(labelsOf(Object.keys(URLS).map(readTypeDefs)), null, 2)}\n`],
    [REGISTER_FILE, `${JSON.stringify(register, null, 2)}\n`],
    ['docs/processing-register.md', registerMarkdown(register)],
    ...(await schemaTypes()),
  ])
}

/** The enums of the schema repeat the lists of kernel/vocabulary.ts. */
function assertVocabulary(schema: GraphQLSchema): void {
  const lists = {
    Owner: vocabulary.OWNERS,
    Organisation: vocabulary.ORGANISATIONS,
    DataCategory: vocabulary.DATA_CATEGORIES,
    Purpose: vocabulary.PURPOSES,
    LegalBasis: vocabulary.LEGAL_BASES,
    AccessOutcome: vocabulary.ACCESS_OUTCOMES,
    AccessReason: vocabulary.ACCESS_REASONS,
  }
  for (const [name, list] of Object.entries(lists)) {
    const type = schema.getType(name)
    const values = isEnumType(type) ? type.getValues().map((value) => value.name) : []
    if (values.toSorted().join() !== list.toSorted().join())
      throw new Error(`enum ${name} in schema/svip is not the list in kernel/vocabulary.ts`)
  }
}

/** The breaking changes, and the dangerous ones (a new value of an enum), that are not accepted. */
export async function breakingChanges(landed: string, present: string, accepted: string): Promise<string[]> {
  const decided = new Set(accepted.split('\n').map((line) => line.split('#')[0]?.trim()))
  return (await diff(apiSchema(landed), apiSchema(present)))
    .filter(({ criticality }) => criticality.level !== CriticalityLevel.NonBreaking)
    .map(({ message }) => message)
    .filter((message) => !decided.has(message))
}

/** The clients' schema of a supergraph. */
const apiSchema = (supergraphSdl: string): GraphQLSchema =>
  Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** The faults of the committed files. */
export async function check(): Promise<string[]> {
  const drifted = [...(await generate())]
    .filter(([path, content]) => readIfThere(path) !== content)
    .map(
      ([path]) => `${path} is not what the schema and the policy give; run \`npm run schema\` and commit it`,
    )
  const changes = await breakingChanges(
    readFileSync(LANDED, 'utf8'),
    readIfThere(SUPERGRAPH),
    readIfThere(ACCEPTED),
  )
  const broken = changes.map(
    (change) => `can break clients: ${change}. Undo it, or decide on it in ${ACCEPTED}.`,
  )
  return [...drifted, ...broken]
}

async function main(command: string | undefined): Promise<void> {
  if (command === 'check') {
    const faults = await check()
    for (const fault of faults) console.error(`✗ ${fault}`)
    if (faults.length > 0) process.exit(1)
    console.log('The generated files are right, and nothing breaks clients.')
    return
  }
  for (const [path, content] of await generate()) writeFileSync(path, content)
  if (command === 'land') writeFileSync(LANDED, composeSupergraph())
  console.log('Written.')
}

if (import.meta.main) await main(process.argv[2])
