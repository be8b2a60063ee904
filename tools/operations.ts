import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
  visit,
} from 'graphql'
import { admissionSettings, gatewaySettings } from '../gateway/settings.ts'
import {
  documentId,
  readClosedTypes,
  variablesInUrl,
} from '../gateway/trusted-documents/trusted-documents.ts'
import { findExcess } from '../kernel/graphql/limits.ts'

/**
 * Registers the trusted documents: schema/operations/*.graphql, one operation per file, with the fragments of
 * schema/operations/fragments/ that it uses.
 *
 * - `npm run operations` writes the manifest and the list of names, and prints the id of each document.
 * - `npm run operations:check` fails when one of both differs, or when a document would be refused.
 */

const FOLDER = 'schema/operations'
const FRAGMENTS = `${FOLDER}/fragments`
const MANIFEST = 'schema/trusted-documents.json'
/** Name → id, for clients that send documents by id. */
const NAMES = 'schema/operation-ids.json'
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

/**
 * Reads documents, by the names of their files.
 * @param shared the texts of the fragments that documents share, each in a file of its own.
 * @throws {Error} naming all faults of the documents, and a fragment that no document uses.
 */
export function readOperations(
  files: ReadonlyMap<string, string>,
  { schema, closedTypes }: Graph,
  shared: readonly string[] = [],
): Operation[] {
  const fragments = fragmentsOf(shared)
  const faults: string[] = []
  const used = new Set<string>()
  const operations = [...files].flatMap(([file, source]) => {
    const document = withFragments(parse(source), fragments, used)
    const wrong = faultsOf(file, document, schema)
    faults.push(...wrong.map((fault) => `${file}: ${fault}`))
    const text = print(document)
    const inUrl = variablesInUrl(document, closedTypes) !== null
    return wrong.length > 0 ? [] : [{ name: nameOf(file), id: documentId(text), text, inUrl }]
  })
  for (const name of fragments.keys())
    if (!used.has(name)) faults.push(`no document uses the fragment ${name}`)
  if (faults.length > 0)
    throw new Error(
      `These documents cannot be registered:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
  return operations
}

/** The shared fragments by name. @throws {Error} when two have one name: code generators refuse that. */
function fragmentsOf(texts: readonly string[]): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = texts
    .flatMap((text) => parse(text).definitions)
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const names = found.map(({ name }) => name.value)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two fragments are called ${twice}`)
  return new Map(found.map((fragment) => [fragment.name.value, fragment]))
}

/** A document with the shared fragments that it uses, also by way of others, in the order in which it uses them. */
function withFragments(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  used: Set<string>,
): DocumentNode {
  const added = new Map<string, FragmentDefinitionNode>()
  const collect = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments.get(name)
        if (!fragment || added.has(name)) return
        used.add(name)
        added.set(name, fragment)
        collect(fragment)
      },
    })
  }
  collect(document)
  return { ...document, definitions: [...document.definitions, ...added.values()] }
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

/** The ids by name, in the order of the names. */
export const namesOf = (operations: readonly Operation[]): string =>
  `${JSON.stringify(Object.fromEntries(operations.map(({ name, id }) => [name, id])), null, 2)}\n`

/** The documents of this project. @throws {Error} as `readOperations`. */
export const ownOperations = (): Operation[] =>
  readOperations(readFolder(FOLDER), readGraph(readFileSync(SUPERGRAPH, 'utf8')), [
    ...readFolder(FRAGMENTS).values(),
  ])

const readFolder = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .toSorted()
      .map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
  )

function main(command: string | undefined): void {
  const operations = ownOperations()
  const files = [
    [MANIFEST, manifestOf(operations)],
    [NAMES, namesOf(operations)],
  ] as const
  if (command === 'check') {
    const differing = files.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
    if (differing.length === 0) {
      console.log(`The ${operations.length} trusted documents are those of ${FOLDER}.`)
      return
    }
    for (const [path] of differing)
      console.error(`✗ ${path} is not what ${FOLDER} gives; run \`npm run operations\` and commit it`)
    process.exit(1)
  }
  for (const [path, text] of files) writeFileSync(path, text)
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
