import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables, WishRow } from '../store/tables.ts'
import type { ConsentChannel } from './consent.ts'
import { keepRevision, type Recorder } from './statement.ts'

export type NewWish = {
  readonly addressId: string
  readonly integralApproach: boolean
  readonly channel: ConsentChannel
  readonly evidence: string
}

export type WishStore = ReturnType<typeof createWishStore>

/** What owners wish about an integral approach. */
export function createWishStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /** Records a wish; an earlier one at the address becomes an earlier revision of it. */
    async recordWish(wish: NewWish, recorder: Recorder): Promise<WishRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('wish')
          .values({
            id: randomUUID(),
            revision: 1,
            address_id: wish.addressId,
            integral_approach: wish.integralApproach,
            channel: wish.channel,
            evidence: wish.evidence,
            recorded_by: recorder.organisation,
            recorded_at: at,
          })
          .onConflict((conflict) =>
            conflict.column('address_id').doUpdateSet(({ ref, eb }) => ({
              revision: eb(ref('wish.revision'), '+', 1),
              integral_approach: ref('excluded.integral_approach'),
              channel: ref('excluded.channel'),
              evidence: ref('excluded.evidence'),
              recorded_by: ref('excluded.recorded_by'),
              recorded_at: ref('excluded.recorded_at'),
            })),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
        await keepRevision(transaction, 'wish', [{ ...row, content: row }], recorder, at)
        return row
      })
    },
  }
}
