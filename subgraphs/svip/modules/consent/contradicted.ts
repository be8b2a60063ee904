import { sql, type Transaction } from 'kysely'
import { isStanding, objectsTo } from '../../policy/to-sql.ts'
import type { ConsentChannel } from '../../schema.generated.ts'
import type { ConsentRow, Tables } from '../../store/tables.ts'
import { NEW_OWNER, type Withdrawal } from './record.ts'

/** A consent with the later statement that ends it. */
export type Contradicted = { readonly consent: ConsentRow; readonly by: Withdrawal }

/**
 * Finds the consents in force that the resident contradicted at the same moment or later, in whatever order both were recorded: an old
 * consent never overrules a newer statement. A contradiction is
 * - a refusal, or the withdrawal of another consent: in the same direction, with a purpose and a category in common;
 * - for a consent that is only now recorded, a later objection that still stands (AVG art. 21), or a new owner: the consent of the former
 * owner does not pass to the next.
 * @param ids the new or changed statements: only what they contradict, or what contradicts them, is searched.
 * @returns the consents, locked until the end of the transaction, with the latest contradiction of each.
 */
export async function findContradicted(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  at: string,
): Promise<readonly Contradicted[]> {
  const { rows } = await sql<ConsentRow & NoRow>`
    with said_no as (
      select id, address_id, owner, recipient, purposes, categories, request_id, withdrawal_stated_at as said_at,
        refusal_id as refusal, withdrawal_reason as reason, withdrawal_channel as no_channel, withdrawal_evidence as no_evidence
      from consent where state = 'WITHDRAWN' and withdrawal_stated_at is not null
      union all
      select id, address_id, owner, recipient, purposes, categories, null, stated_at, id, null, channel, evidence
      from consent where state = 'REFUSED'
    ), late_no as (
      select address_id, owner, purposes, received_at as said_at, ${OBJECTED} as reason, channel as no_channel, evidence as no_evidence
      from objection o where ${isStanding('o')}
    )
    select c.*, n.said_at as no_said_at, n.refusal as no_refusal, n.reason as no_reason, n.no_channel, n.no_evidence
    from consent c cross join lateral (
      select n.said_at, n.refusal, n.reason, n.no_channel, n.no_evidence from said_no n
      where n.address_id = c.address_id and n.owner = c.owner and n.recipient = c.recipient and n.id <> c.id
        and n.purposes && c.purposes and n.categories && c.categories and n.said_at >= c.stated_at
        and (n.request_id is null or n.request_id = c.request_id) and (n.id = any(${ids}::uuid[]) or c.id = any(${ids}::uuid[]))
      union all
      select o.said_at, null, o.reason, o.no_channel, o.no_evidence from late_no o
      where c.id = any(${ids}::uuid[]) and o.address_id = c.address_id
        and ${objectsTo('o', sql`c.owner`, sql`c.purposes`)} and o.said_at > c.stated_at
      union all
      select null, null, ${NEW_OWNER}, null, null from register_notice r
      where c.id = any(${ids}::uuid[]) and r.address_id = c.address_id and r.kind = 'OWNERSHIP_CHANGED'
        and c.given_by in ('OWNER', 'REPRESENTATIVE') and c.stated_at < r.occurred_at + interval '1 day'
        -- Of one that was recorded in time the notice itself ended what it had to.
        and not exists (select from statement_revision v where v.kind = 'consent' and v.id = c.id and v.recorded_at < ${at}::timestamptz)
      order by 1 desc nulls last limit 1) n
    where c.address_id in (select address_id from consent where id = any(${ids}::uuid[]))
      and c.state = 'GIVEN' and coalesce(c.valid_until > ${at}::timestamptz, true)
    order by c.id for update of c`.execute(transaction)
  return rows.map(({ no_said_at, no_refusal, no_reason, no_channel, no_evidence, ...consent }) => ({
    consent: { ...consent, refusal_id: no_refusal },
    by: { reason: no_reason, channel: no_channel, evidence: no_evidence, statedAt: no_said_at },
  }))
}

const OBJECTED = 'later bezwaar van de bewoner'

type NoRow = {
  readonly no_said_at: string | null
  readonly no_refusal: string | null
  readonly no_reason: string | null
  readonly no_channel: ConsentChannel | null
  readonly no_evidence: string | null
}
