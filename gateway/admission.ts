import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse } from 'graphql'
import { LRUCache } from 'lru-cache'
import { AppError, badInput } from '../kernel/errors.ts'
import type { Admission } from '../kernel/graphql/graphql-handler.ts'
import { dutchNumber, findExcess, type Limits, tooComplex } from '../kernel/graphql/limits.ts'
import { countTokens } from '../kernel/graphql/operation-size.ts'
import { asksOnlyOfSchema } from './trusted-documents/schema-only.ts'
import type { TrustedDocument, TrustedDocuments } from './trusted-documents/trusted-documents.ts'
import { isRecord, readUrl } from './url-parameters.ts'

export type AdmissionOptions = {
  readonly documents: TrustedDocuments
  /** `only`: trusted documents alone are accepted; `prefer`: other documents too. */
  readonly mode: 'only' | 'prefer'
  readonly limits: Limits
  /** Called with how a document was referred to, and whether it was accepted. */
  readonly onDocument: (kind: 'trusted' | 'text' | 'unknown' | 'refused') => void
}

/** What checking a text without the schema found. */
type Checked = { readonly refused: AppError | null; readonly schemaOnly: boolean }

/** The cache is bounded by the total length of its texts. */
const MAX_REMEMBERED = 1024 * 1024

const UNKNOWN_DOCUMENT =
  'Dit document is hier niet bekend. Stuur de tekst van de vraag, of laat het document registreren.'
const NOT_TRUSTED =
  'Deze vraag is hier niet geregistreerd. Gebruik een geregistreerde vraag, of laat deze vraag registreren.'
const NOT_IN_URL =
  'Deze vraag kan niet met GET: dan komen gegevens in een adres te staan. Stuur de vraag met POST.'

/**
 * Decides what may be executed, before any validation. It looks up a trusted document by its id, and refuses documents that are not trusted
 * (in mode `only`), exceed the limits, or may not be sent in a URL.
 */
export function createAdmission({ documents, mode, limits, onDocument }: AdmissionOptions) {
  const remembered = new LRUCache<string, Checked>({ maxSize: MAX_REMEMBERED })

  function check(text: string): Checked {
    const known = remembered.get(text)
    if (known) return known
    const made = checkText(text, limits)
    remembered.set(text, made, { size: text.length + 1 })
    return made
  }

  /** @throws {AppError} `BAD_USER_INPUT` for a malformed request, `METHOD_NOT_ALLOWED` for a document that may not be sent in a URL. */
  return function admit(request: FastifyRequest, reply: FastifyReply): Admission {
    const isGet = request.method === 'GET'
    const asked = isGet ? readUrl(request.url) : request.body
    // Apollo Server refuses a body of another shape, with an error that says what is wrong.
    if (!isRecord(asked)) return { body: asked }

    const id = idOf(asked)
    if (id !== null && !documents.findById(id)) {
      onDocument('unknown')
      return { refused: new AppError('PERSISTED_QUERY_NOT_FOUND', UNKNOWN_DOCUMENT) }
    }
    const text = id === null ? asked.query : documents.findById(id)?.text
    if (typeof text !== 'string') return { body: asked }
    const trusted = documents.findByText(text)
    if (!trusted && mode === 'only') {
      onDocument('refused')
      return { refused: new AppError('DOCUMENT_NOT_TRUSTED', NOT_TRUSTED) }
    }

    const { refused, schemaOnly } = check(text)
    if (refused) return { refused }
    if (isGet && !schemaOnly && !mayBeInUrl(asked, trusted)) {
      reply.header('allow', 'POST')
      throw new AppError('METHOD_NOT_ALLOWED', NOT_IN_URL)
    }
    onDocument(trusted ? 'trusted' : 'text')
    // If `persistedQuery` stayed in the extensions, Apollo Server would look for the document itself.
    return { body: { ...asked, query: text, ...(isRecord(asked.extensions) ? { extensions: {} } : {}) } }
  }
}

/** Bounds the work that a very long text can cause: counting stops here. */
const COUNTED_TIMES = 10

function checkText(text: string, limits: Limits): Checked {
  const tokens = countTokens(text, limits.tokens * COUNTED_TIMES)
  if (tokens > limits.tokens) {
    const many = `${dutchNumber(tokens)}${tokens === limits.tokens * COUNTED_TIMES ? ' of meer' : ''}`
    const message = `De vraag is te lang: ${many} woorden en tekens, toegestaan is ${dutchNumber(limits.tokens)}. Splits de vraag.`
    return { refused: tooComplex(message), schemaOnly: false }
  }
  try {
    const document = parse(text, { noLocation: true })
    return { refused: findExcess(document, limits), schemaOnly: asksOnlyOfSchema(document) }
  } catch {
    // Apollo Server reports the syntax error, with its location.
    return { refused: null, schemaOnly: false }
  }
}

function mayBeInUrl({ variables }: Record<string, unknown>, trusted: TrustedDocument | undefined): boolean {
  if (!trusted?.inUrl) return false
  const { inUrl } = trusted
  return !isRecord(variables) || Object.keys(variables).every((name) => inUrl.has(name))
}

/**
 * The id of the requested document: `documentId`, or what Apollo Client and urql send, `extensions.persistedQuery.sha256Hash`. A text that
 * comes with that hash takes precedence, and is not stored under it: clients cannot register documents at run time.
 */
function idOf({ documentId, query, extensions }: Record<string, unknown>): string | null {
  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string') throw badInput('documentId moet tekst zijn.')
    if (query !== undefined && query !== null) throw badInput('Stuur documentId of query, niet allebei.')
    return documentId
  }
  if (query !== undefined && query !== null) return null
  const persisted = isRecord(extensions) ? extensions.persistedQuery : null
  return isRecord(persisted) && typeof persisted.sha256Hash === 'string'
    ? `sha256:${persisted.sha256Hash}`
    : null
}
