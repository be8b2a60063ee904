import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import { pastDay } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { RecordWishInput } from '../../schema.generated.ts'
import type { Tables, WishRow } from '../../store/tables.ts'
import { endAgainstWish } from '../cooperation/agreements.ts'
import { holdFile } from '../cooperation/steps.ts'
import { keepRevision, type Recorder } from './statement.ts'

/**
 * Returns the day on which the owner was asked.
 * @throws {AppError} `BAD_USER_INPUT` for a day in the future, `CONFLICT` when there is a later wish, or a new owner since that day.
 */
async function dayAsked(
  connection: Kysely<Tables>,
  { addressId, askedOn }: Pick<RecordWishInput, 'addressId' | 'askedOn'>,
  today: string,
): Promise<string> {
  const day = pastDay(askedOn ?? today, today, 'De dag van het gesprek (askedOn)')
  const { rows } = await sql<{ since: string | null; new_owner: boolean }>`
    select (select asked_on from wish where address_id = ${addressId} and ended_at is null and asked_on > ${day}::date) as since,
      ${askedOn ?? null}::date is not null and exists (select from register_notice where address_id = ${addressId}
        and kind = 'OWNERSHIP_CHANGED' and (occurred_at at time zone 'Europe/Amsterdam')::date >= ${day}::date) as new_owner`.execute(
    connection,
  )
  const [{ since, new_owner } = { since: null, new_owner: false }] = rows
  if (since !== null)
    throw new AppError(
      'CONFLICT',
      'Er is al een wens van een latere dag vastgelegd, en die geldt. Kijk in het samenwerkingsdossier (wishes).',
    )
  if (new_owner)
    throw new AppError(
      'CONFLICT',
      'Sinds die dag is er een nieuwe eigenaar. Vraag de nieuwe eigenaar naar de wens, en leg die vast.',
    )
  return day
}

/** The store of owners' wishes: together or apart, and how. */
export function createWishStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /** Checks that a wish can be recorded. @throws {AppError} as `recordWish`. */
    async assertNewest(wish: RecordWishInput): Promise<void> {
      await dayAsked(db, wish, dutchDay(now()))
    },

    /**
     * Records a wish as the next revision at the address; values that it leaves out keep their previous value. Agreements of the agencies
     * that are against the new wish end with it.
     * @throws {AppError} `BAD_USER_INPUT` for a day in the future, `CONFLICT` when there is a later wish, or a new owner since that day.
     */
    async recordWish(wish: RecordWishInput, recorder: Recorder): Promise<WishRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        await holdFile(transaction, wish.addressId)
        const askedOn = await dayAsked(transaction, wish, dutchDay(now()))
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
