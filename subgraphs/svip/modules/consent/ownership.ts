import type { FastifyRequest } from 'fastify'
import { sql, type Transaction } from 'kysely'
import { addDays } from '../../../../kernel/calendar.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { LogTables } from '../../../../kernel/records/log/tables.ts'
import type { Party } from '../../../../kernel/runtime/party.ts'
import type { NoticeRow, RegisterEvent } from '../../register/event.ts'
import type { Consequence } from '../../register/register-store.ts'
import type { ConsentRow, Tables, WishRow } from '../../store/tables.ts'
import { askNewOwner } from '../cooperation/agreements.ts'
import { holdFile } from '../cooperation/steps.ts'
import { consentActivity } from './activity.ts'
import { inTurn, withdraw } from './consent-store.ts'
import { NEW_OWNER, withdrawn } from './record.ts'
import { keepRevision, type Recorder } from './statement.ts'

/**
 * What a new owner of a building means for what the former one said. Consent is of who gave it (AVG art. 4(11)), and the wish for an
 * integral approach is the owner's (Tijdelijke wet Groningen art. 2a(2)): neither passes to the next, nor does a yes to what two
 * agencies want to do together. A representative may have
 * spoken for the owner, and consent must be demonstrable (AVG art. 7(1)), so that consent ends too; that of a tenant stays.
 */

/**
 * Ends consents of the former owner and the wish, with the duties for recipients that a withdrawal gives, in the transaction that
 * takes the notice over: from the next question on they open nothing.
 */
export function endFormerOwners(now: () => Date = () => new Date()): Consequence {
  return async (transaction, transitions) => {
    for (const { event } of transitions)
      if ('notice' in event && event.notice.kind === 'OWNERSHIP_CHANGED')
        await endAt(transaction, event.notice, now().toISOString())
  }
}

/** Puts on record, per address, that statements are about to end; call it before the events are taken over. */
export function recordNewOwners(party: Pick<Party<LogTables>, 'processing' | 'line'>) {
  return async ({ trace, caller }: FastifyRequest, events: readonly RegisterEvent[]): Promise<void> => {
    const ids = events.flatMap((event) =>
      'notice' in event && event.notice.kind === 'OWNERSHIP_CHANGED' ? [event.notice.address_id] : [],
    )
    await party.processing.append(
      [...new Set(ids)].map((addressId) =>
        party.line(trace, new Date(), {
          name: 'Toestemmingen en wens beëindigd: eigenaar gewijzigd',
          activity: consentActivity.id,
          addressId,
          recipient: caller?.organisation ?? null,
        }),
      ),
    )
  }
}

async function endAt(transaction: Transaction<Tables>, notice: NoticeRow, at: string): Promise<void> {
  const { address_id: addressId, owner, occurred_at: transferred } = notice
  const recorder: Recorder = { organisation: owner, subject: 'ownership-change' }
  await inTurn(transaction, [addressId])
  await holdFile(transaction, addressId)
  // Of the day itself the hour is not known: what was said then may be the former owner's, so it counts as such.
  const until = sql`${transferred}::timestamptz + interval '1 day'`
  const { rows: consents } = await sql<ConsentRow>`
    select * from consent
    where address_id = ${addressId} and state = 'GIVEN' and given_by in ('OWNER', 'REPRESENTATIVE')
      and stated_at < ${until} and coalesce(valid_until > ${at}::timestamptz, true)
    order by id for update`.execute(transaction)
  const how = { reason: NEW_OWNER, channel: null, evidence: null, statedAt: null }
  await withdraw(
    transaction,
    consents.map((consent) => withdrawn(consent, how, at)),
    recorder,
    at,
  )
  const { rows: wishes } = await sql<WishRow>`
    update wish set integral_approach = false, inspection = null, process = null, realisation = null, ended_at = ${at},
      revision = revision + 1, evidence = ${NEW_OWNER}, recorded_by = ${owner}, recorded_at = ${at}
    where address_id = ${addressId} and ended_at is null and recorded_at < ${until} returning *`.execute(
    transaction,
  )
  await keepRevision(
    transaction,
    'wish',
    wishes.map((wish) => ({ ...wish, content: wish })),
    recorder,
    at,
  )
  await askNewOwner(transaction, addressId, {
    actor: recorder,
    at,
    until: addDays(dutchDay(new Date(transferred)), 1),
    reason: NEW_OWNER,
  })
}
