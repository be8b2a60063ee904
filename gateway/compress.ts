import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { header } from '../kernel/runtime/http.ts'

const ENCODINGS = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 4 }),
} as const
type Encoding = keyof typeof ENCODINGS

/**
 * Compresses large answers for clients that accept it (docs/operations.md says from which size that pays off). Traffic with subgraphs is
 * never compressed: they are on the same network.
 * @param fromBytes the smallest answer to compress; 0 turns compression off.
 */
export function compressAnswers(app: FastifyInstance, fromBytes: number): void {
  if (fromBytes === 0) return
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < fromBytes) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = acceptedEncoding(header(request, 'accept-encoding'))
    if (!encoding || reply.hasHeader('content-encoding')) return payload
    const compressed = await ENCODINGS[encoding](payload)
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return compressed
  })
}

/** The best encoding that the client accepts; `q=0` excludes one (RFC 9110, 12.5.3). */
export function acceptedEncoding(accept: string | undefined): Encoding | null {
  const accepted = new Map(
    (accept ?? '').split(',').map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
      return [name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))] as const
    }),
  )
  return (['br', 'gzip'] as const).find((name) => accepted.get(name) ?? false) ?? null
}
