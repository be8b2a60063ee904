import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import { errorPage, pageHeaders, personaPage } from './pages.ts'
import { findPersona } from './personas.ts'

/** A form with one short field; anything longer is not from our page. */
const MAX_FORM_BYTES = 1024

/** A refusal of the persona page: HTTP status, a code of the error page. */
class PageError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** Answers with an error page in Dutch. */
export function sendError(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, pageHeaders()).end(errorPage(code))
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    throw new PageError(415, 'unsupported_media_type')
  }
  const chunks: Buffer[] = []
  let size = 0
  // Left as it is when the form is too large: closing it would take the answer away with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_FORM_BYTES) throw new PageError(413, 'form_too_large')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

async function handle(provider: Provider, request: IncomingMessage, response: ServerResponse, path: string) {
  if (request.method !== 'GET' && request.method !== 'POST') throw new PageError(405, 'method_not_allowed')
  // Throws unless the browser that started this sign-in is the one that asks: its cookie is signed.
  const interaction = await provider.interactionDetails(request, response)
  if (path !== `/interaction/${interaction.uid}`) throw new PageError(400, 'session_not_found')

  if (request.method === 'GET') {
    const redirect = new URL(String(interaction.params.redirect_uri))
    response.writeHead(200, pageHeaders([redirect.origin])).end(personaPage(path))
    return
  }
  const form = await readForm(request)
  if (form.has('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const persona = findPersona(form.get('persona') ?? undefined)
  if (!persona) throw new PageError(400, 'unknown_persona')
  await provider.interactionFinished(request, response, { login: { accountId: persona.id, remember: false } })
}

/** Shows the persona page and takes its answer; every refusal is an error page, never a sign-in. */
export async function handleInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    await handle(provider, request, response, path)
  } catch (error) {
    if (error instanceof PageError) sendError(response, error.status, error.code)
    else if (error instanceof errors.SessionNotFound) sendError(response, 400, 'session_not_found')
    else throw error
  }
}
