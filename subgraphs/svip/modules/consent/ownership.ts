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
 * The consequences of a change of owner for the statements of the former one. Consent is personal (AVG art. 4(11)), and the wish for an
 * integral approach is the owner's (Tijdelijke wet Groningen art. 2a(2)), so neither passes to the next owner; nor does an agreement to a
 * proposal of the agencies. A representative may have acted for the owner, and consent must be demonstrable (AVG art. 7(1)), so consent by
 * a representative ends too; that of a tenant stays.
 */

/**
 * Ends consents and the wish of the former owner, with the obligations of a withdrawal, in the transaction that applies the notice: from
 * the next query on they open nothing.
 */
export function endFormerOwners(now: () => Date = () => new Date()): Consequence {
  return async (transaction, transitions) => {
    for (const { event } of transitions)
      if ('notice' in event && event.notice.kind === 'OWNERSHIP_CHANGED')
        await endAt(transaction, event.notice, now().toISOString())
  }
}

/** Puts on record, per address, that statements are about to end; call it before the events are applied. */
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
  // The notice has a day without an hour: statements of that day may be of the former owner, and count as such.
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
