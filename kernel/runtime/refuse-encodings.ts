import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Why a body cannot be read, with the header of the answer that says which encodings are accepted. */
type Refusal = {
  readonly status: number
  readonly message: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Refuses a body in an encoding that is not supported, naming the header. Otherwise the body would be refused with the misleading reason
 * that it is not JSON (RFC 9110 8.4 and 15.5.16).
 */
export function refuseEncodings(
  app: FastifyInstance,
  body: (message: string, request: FastifyRequest) => object,
): void {
  // After the check of the token, and before the body is read.
  app.addHook('preParsing', async (request, reply) => {
    const refusal = refusalOf(request)
    if (!refusal) return
    await reply.code(refusal.status).headers(refusal.headers).send(body(refusal.message, request))
  })
}

function refusalOf(request: FastifyRequest): Refusal | null {
  const given = (name: 'content-encoding' | 'transfer-encoding' | 'content-type' | 'content-range') =>
    (request.headers[name] ?? '').toLowerCase()
  const encoding = given('content-encoding').trim()
  if (encoding !== '' && encoding !== 'identity')
    return {
      status: 415,
      message:
        'De vraag is gecomprimeerd (header content-encoding), en dat kan hier niet. Stuur de vraag zonder compressie.',
      headers: { 'accept-encoding': 'identity' },
    }
  const transfer = given('transfer-encoding').trim()
  if (transfer !== '' && transfer !== 'chunked')
    return {
      status: 501,
      message:
        'De vraag komt in een vorm (header transfer-encoding) die hier niet kan. Stuur de vraag zonder compressie.',
      headers: {},
    }
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/.exec(given('content-type'))?.[1] ?? 'utf-8'
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset))
    return {
      status: 415,
      message: 'De vraag heeft een tekenset (charset in header content-type) die hier niet kan. Stuur UTF-8.',
      headers: { 'accept-charset': 'utf-8' },
    }
  // A partial body would be taken for the whole (RFC 9110 14.5).
  if (given('content-range') !== '')
    return {
      status: 400,
      message: 'Een deel van een vraag (header content-range) kan hier niet. Stuur de vraag in haar geheel.',
      headers: {},
    }
  return null
}
