import { sql, type Transaction } from 'kysely'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { insertRows } from '../../casework/rows.ts'
import type { Tables } from '../../store/tables.ts'
import type { BuddyLinkRow } from '../requests/tables.ts'
import type { CooperationStepRow } from './tables.ts'

/** Changes of the file of an address: one at a time, each with its step in the history. */

/** The actor of a step; the employee is stored for accountability within the agency. */
export type Actor = Pick<Caller, 'organisation' | 'subject'>

/** Locks the file of an address until the end of the transaction, so that a check still holds when the change is written. */
export async function holdFile(transaction: Transaction<Tables>, addressId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`cooperation ${addressId}`}))`.execute(transaction)
}

type Step = Omit<CooperationStepRow, 'organisation' | 'subject' | 'at'>

/** Adds a step to the history of the file, and creates the file at the first step. */
export async function addStep(
  transaction: Transaction<Tables>,
  { organisation, subject }: Actor,
  at: string,
  step: Step,
): Promise<void> {
  await sql`
    insert into cooperation (address_id, changed_at) values (${step.address_id}, ${at})
    on conflict (address_id) do update set changed_at = excluded.changed_at`.execute(transaction)
  await insertRows(transaction, 'cooperation_step', [{ ...step, organisation, subject, at }])
}

/** Links the two handlers of an address; a previous link, also one that has ended, stays in the history. */
export async function linkHandlers(
  transaction: Transaction<Tables>,
  link: Omit<BuddyLinkRow, 'revision' | 'ended_at'>,
  actor: Actor,
): Promise<void> {
  await holdFile(transaction, link.address_id)
  const row = JSON.stringify({ ...link, revision: 1, ended_at: null })
  const { rows } = await sql<{ revision: number }>`
    insert into buddy_link as stored select * from json_populate_record(null::buddy_link, ${row}::json)
    on conflict (address_id) do update set (revision, request_id, img_handler, ncg_handler, linked_at, ended_at)
      = (stored.revision + 1, excluded.request_id, excluded.img_handler, excluded.ncg_handler, excluded.linked_at, null)
    returning revision`.execute(transaction)
  const { address_id, img_handler, ncg_handler } = link
  await addStep(transaction, actor, link.linked_at, {
    address_id,
    kind: 'BUDDY_LINK',
    subject_id: address_id,
    revision: rows[0]?.revision ?? 1,
    action: 'LINK',
    state: 'LINKED',
    reason: null,
    content: { img_handler, ncg_handler },
  })
}
