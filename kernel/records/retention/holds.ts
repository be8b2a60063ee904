import { request } from 'undici'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { ADDRESS_ID, ORGANISATIONS, type Organisation } from '../../vocabulary.ts'

/** The client with which an agency fetches the legal holds from the SVIP, which keeps them for all parties. */

/** What every party may know of a legal hold: where, whose and since when, but not why. */
export type Hold = {
  readonly addressId: string
  readonly organisation: Organisation
  readonly placedAt: string
}

const addressId = z.string().regex(ADDRESS_ID)
const answer = z.object({
  holds: z.array(z.object({ addressId, organisation: z.enum(ORGANISATIONS), placedAt: z.iso.datetime() })),
})

/**
 * Creates the function that fetches the legal holds in force. It is called before each batch; an unchanged answer (304) is not sent or
 * recorded again.
 * @throws {AppError} `SUBGRAPH_UNAVAILABLE` when the SVIP does not answer: then nothing is erased.
 */
export function askHolds(options: {
  /** URL of `/legal-holds` of the SVIP. */
  readonly url: string
  readonly token: () => Promise<string>
}): () => Promise<readonly Hold[]> {
  let known: { readonly version: string; readonly holds: readonly Hold[] } | null = null
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
        return known.holds
      }
      if (response.statusCode !== 200) {
        await response.body.dump()
        throw new Error(`the SVIP answered ${response.statusCode}`)
      }
      const { holds } = answer.parse(await response.body.json())
      const { etag } = response.headers
      known = typeof etag === 'string' ? { version: etag, holds } : null
      return holds
    } catch (cause) {
      throw new AppError(
        'SUBGRAPH_UNAVAILABLE',
        'De SVIP zegt niet welke adressen bewaard moeten blijven. Daarom wordt niets (meer) gewist. Probeer het later opnieuw.',
        { cause },
      )
    }
  }
}
