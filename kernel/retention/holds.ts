import { request } from 'undici'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ADDRESS_ID } from '../vocabulary.ts'

/** The legal holds as an agency asks them of the SVIP, where they are kept for all parties. */

const answer = z.object({ addresses: z.array(z.string().regex(ADDRESS_ID)) })

/**
 * Makes the question which addresses are under a legal hold. It is asked before each batch; an answer that did not change is not
 * sent again, and not put on record again.
 * @throws {AppError} `SUBGRAPH_UNAVAILABLE` when the SVIP gives no answer: then nothing is erased.
 */
export function askHolds(options: {
  /** Address of `/legal-holds` of the SVIP. */
  readonly url: string
  readonly token: () => Promise<string>
}): () => Promise<readonly string[]> {
  let known: { readonly version: string; readonly addresses: readonly string[] } | null = null
  return async () => {
    try {
      const response = await request(options.url, {
        headers: {
          authorization: `Bearer ${await options.token()}`,
          ...(known ? { 'if-none-match': known.version } : {}),
        },
        headersTimeout: 15_000,
        bodyTimeout: 15_000,
      })
      if (response.statusCode === 304 && known) {
        await response.body.dump()
        return known.addresses
      }
      if (response.statusCode !== 200) {
        await response.body.dump()
        throw new Error(`the SVIP answered ${response.statusCode}`)
      }
      const { addresses } = answer.parse(await response.body.json())
      const { etag } = response.headers
      known = typeof etag === 'string' ? { version: etag, addresses } : null
      return addresses
    } catch (cause) {
      throw new AppError(
        'SUBGRAPH_UNAVAILABLE',
        'De SVIP zegt niet welke adressen bewaard moeten blijven. Daarom wordt niets (meer) gewist. Probeer het later opnieuw.',
        { cause },
      )
    }
  }
}
