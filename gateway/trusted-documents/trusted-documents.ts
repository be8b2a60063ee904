import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type DocumentNode, Kind, parse, type TypeNode, visit } from 'graphql'
import { z } from 'zod'

/** A document that was reviewed before it was registered; its id is `sha256:` and the hash of its text. */
export type TrustedDocument = {
  readonly id: string
  readonly text: string
  /** The variables that may be sent in a URL; `null` when this document may not be sent in a URL. */
  readonly inUrl: ReadonlySet<string> | null
}

export type TrustedDocuments = {
  /** Finds a document by its id; `undefined` when it is not registered. */
  findById(id: string): TrustedDocument | undefined
  /** Finds a document by its exact text. */
  findByText(text: string): TrustedDocument | undefined
}

/** The SHA256 hex document identifier of GraphQL over HTTP, appendix Persisted Documents. */
export const documentId = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`

const manifestShape = z.record(z.string(), z.string())

/**
 * Reads a manifest: a JSON object of id → text.
 * @throws {Error} when an id is not the hash of its text, or a text is not GraphQL: a manifest that was tampered with stops the start.
 */
export function readTrustedDocuments(path: string, supergraphSdl: string): TrustedDocuments {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(path, 'utf8')))
  const closedTypes = readClosedTypes(supergraphSdl)
  const documents = Object.entries(manifest).map(([id, text]): TrustedDocument => {
    if (documentId(text) !== id) throw new Error(`${path}: ${id} is not the hash of its document`)
    return { id, text, inUrl: variablesInUrl(parse(text), closedTypes) }
  })
  const byId = new Map(documents.map((document) => [document.id, document]))
  const byText = new Map(documents.map((document) => [document.text, document]))
  return { findById: (id) => byId.get(id), findByText: (text) => byText.get(text) }
}

/** The types whose values are all in the schema, so that no value can identify a person or an address. */
export function readClosedTypes(schemaSdl: string): ReadonlySet<string> {
  const types = new Set(['Boolean'])
  visit(parse(schemaSdl, { noLocation: true }), {
    EnumTypeDefinition: ({ name }) => {
      types.add(name.value)
    },
  })
  return types
}

/**
 * The variables of a document that may be sent in a URL, which proxies and browsers store: only queries whose arguments are all of closed
 * types qualify. `null` for any other document.
 */
export function variablesInUrl(
  document: DocumentNode,
  closedTypes: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const variables = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    if (definition.operation !== 'query') return null
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      if (!closedTypes.has(nameOf(type))) return null
      variables.add(variable.name.value)
    }
  }
  return variables
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
