import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { badInput } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { endAgainstWish } from '../cooperation/agreements.ts'
import { holdFile } from '../cooperation/steps.ts'
import type { InspectionWish, TogetherWish } from '../cooperation/tables.ts'
import type { Tables, WishRow } from '../store/tables.ts'
import type { ConsentChannel } from './consent.ts'
import { keepRevision, type Recorder } from './statement.ts'

export type NewWish = {
  readonly addressId: string
  readonly integralApproach: boolean
  readonly inspection?: InspectionWish | null
  readonly process?: TogetherWish | null
  readonly realisation?: TogetherWish | null
  /** The day the resident said so; today when left out. */
  readonly askedOn?: string | null
  readonly channel: ConsentChannel
  readonly evidence: string
}

export type WishStore = ReturnType<typeof createWishStore>

/** What owners wish: together or apart, and how. */
export function createWishStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Records a wish; an earlier one at the address becomes an earlier revision of it, of which what is left out now still stands.
     * What two agencies agreed on and the resident does not wish any more ends with it.
     * @throws {AppError} `BAD_USER_INPUT` for a day to come.
     */
    async recordWish(wish: NewWish, recorder: Recorder): Promise<WishRow> {
      const at = now().toISOString()
      const today = dutchDay(now())
      const askedOn = wish.askedOn ?? today
      if (askedOn > today) throw badInput('De dag van het gesprek (askedOn) kan niet in de toekomst liggen.')
      return await db.transaction().execute(async (transaction) => {
        await holdFile(transaction, wish.addressId)
        const row = await transaction
          .insertInto('wish')
          .values({
            id: randomUUID(),
            revision: 1,
            address_id: wish.addressId,
            integral_approach: wish.integralApproach,
            inspection: wish.inspection ?? null,
            process: wish.process ?? null,
            realisation: wish.realisation ?? null,
            asked_on: askedOn,
            ended_at: null,
            channel: wish.channel,
            evidence: wish.evidence,
            recorded_by: recorder.organisation,
            recorded_at: at,
          })
          .onConflict((conflict) =>
            conflict.column('address_id').doUpdateSet(({ ref, eb, fn }) => ({
              revision: eb(ref('wish.revision'), '+', 1),
              integral_approach: ref('excluded.integral_approach'),
              inspection: fn.coalesce(ref('excluded.inspection'), ref('wish.inspection')),
              process: fn.coalesce(ref('excluded.process'), ref('wish.process')),
              realisation: fn.coalesce(ref('excluded.realisation'), ref('wish.realisation')),
              asked_on: ref('excluded.asked_on'),
              ended_at: ref('excluded.ended_at'),
              channel: ref('excluded.channel'),
              evidence: ref('excluded.evidence'),
              recorded_by: ref('excluded.recorded_by'),
              recorded_at: ref('excluded.recorded_at'),
            })),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
        await keepRevision(transaction, 'wish', [{ ...row, content: row }], recorder, at)
        await endAgainstWish(transaction, row, recorder, at)
        return row
      })
    },
  }
}
