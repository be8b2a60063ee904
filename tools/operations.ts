import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql'
import { admissionSettings, gatewaySettings } from '../gateway/settings.ts'
import {
  documentId,
  readClosedTypes,
  variablesInUrl,
} from '../gateway/trusted-documents/trusted-documents.ts'
import { findExcess } from '../kernel/graphql/limits.ts'

/**
 * Registers the trusted documents: schema/operations/*.graphql, one operation per file.
 *
 *   npm run operations          writes the manifest and prints the id of each npm run operations:check    fails when the manifest differs,
 *   or when a document would be refused
 */

const FOLDER = 'schema/operations'
const MANIFEST = 'schema/trusted-documents.json'
const SUPERGRAPH = 'schema/supergraph.graphql'

const { limits } = admissionSettings(true, gatewaySettings.parse({}))

export type Operation = {
  readonly name: string
  readonly id: string
  /** Printed by graphql-js, so that comments and whitespace do not make another document. */
  readonly text: string
  readonly inUrl: boolean
}

/** What documents are validated against. */
type Graph = { readonly schema: GraphQLSchema; readonly closedTypes: ReadonlySet<string> }

export const readGraph = (supergraphSdl: string): Graph => ({
  schema: Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema(),
  closedTypes: readClosedTypes(supergraphSdl),
})

/** Reads documents, by the names of their files. @throws {Error} naming all their faults. */
export function readOperations(
  files: ReadonlyMap<string, string>,
  { schema, closedTypes }: Graph,
): Operation[] {
  const faults: string[] = []
  const operations = [...files].flatMap(([file, source]) => {
    const document = parse(source)
    const wrong = faultsOf(file, document, schema)
    faults.push(...wrong.map((fault) => `${file}: ${fault}`))
    const text = print(document)
    const inUrl = variablesInUrl(document, closedTypes) !== null
    return wrong.length > 0 ? [] : [{ name: nameOf(file), id: documentId(text), text, inUrl }]
  })
  if (faults.length > 0)
    throw new Error(
      `These documents cannot be registered:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
  return operations
}

function faultsOf(file: string, document: DocumentNode, schema: GraphQLSchema): string[] {
  const faults = validate(schema, document).map(({ message }) => message)
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  )
  if (names.length !== 1 || names[0] !== nameOf(file))
    faults.push(`needs one operation, named ${nameOf(file)}`)
  visit(document, {
    // The manifest is public, so identifying values must be variables.
    StringValue: () => {
      faults.push('holds a text; use a variable')
    },
  })
  const excess = findExcess(document, limits)
  if (excess) faults.push(excess.message)
  return faults
}

/** The name of the operation in a file: `unified-address.graphql` has `UnifiedAddress`. */
const nameOf = (file: string): string =>
  file
    .replace(/\.graphql$/, '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The manifest: id → text, in the order of the names. */
export const manifestOf = (operations: readonly Operation[]): string =>
  `${JSON.stringify(Object.fromEntries(operations.map(({ id, text }) => [id, text])), null, 2)}\n`

function main(command: string | undefined): void {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
  const operations = readOperations(
    new Map(files.map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')])),
    readGraph(readFileSync(SUPERGRAPH, 'utf8')),
  )
  const manifest = manifestOf(operations)
  if (command === 'check') {
    if (existsSync(MANIFEST) && readFileSync(MANIFEST, 'utf8') === manifest) {
      console.log(`The ${operations.length} trusted documents are those of ${FOLDER}.`)
      return
    }
    console.error(`✗ ${MANIFEST} is not what ${FOLDER} gives; run \`npm run operations\` and commit it`)
    process.exit(1)
  }
  writeFileSync(MANIFEST, manifest)
  for (const { id, name, inUrl } of operations) console.log(`${id}  ${name}${inUrl ? ' (also by GET)' : ''}`)
}

if (import.meta.main) {
  try {
    main(process.argv[2])
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
