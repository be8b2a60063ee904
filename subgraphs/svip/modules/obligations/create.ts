import { type Kysely, sql } from 'kysely'
import { addMonths } from '../../../../kernel/calendar.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { DECISIONS } from '../../decisions/decision-log.ts'
import { consentHolds, objectsTo } from '../../policy/to-sql.ts'
import { POLICY_VERSIONS } from '../../policy/versions/index.ts'
import type { Tables } from '../../store/tables.ts'
import type { ObligationCauseRow } from './tables.ts'

/** The term in months to erase data without a ground, or to record why they are kept (AVG art. 17(1): without undue delay; art. 12(3)). */
const TERM_MONTHS = 1

/** The categories and basis of every rule of every policy: decisions on record name their rules. */
const RULES = JSON.stringify(
  POLICY_VERSIONS.flatMap(({ rules }) =>
    rules.map(({ id, basis, categories }) => ({ id, basis, categories })),
  ),
)

/** Whether a consent `f` among the facts of a decision `d` held at the instant of that decision. */
const HELD = consentHolds(
  {
    state: sql`f ->> 'state'`,
    from: sql`(f ->> 'validFrom')::timestamptz`,
    until: sql`(f ->> 'validUntil')::timestamptz`,
  },
  sql`(d.request ->> 'instant')::timestamptz`,
)

/** Whether the objection covers the owner and purpose of a decision `d`. */
const OBJECTED = objectsTo('o', sql`d.request ->> 'owner'`, sql`array[d.response ->> 'purpose']`)

/**
 * Creates obligations for recipients whose ground for the received data has ended (AVG art. 17(1)(b) and 19). Call it in the transaction of
 * the withdrawal itself. Only data that the decision log records as shared on that ground count; the same cause again only adds what is
 * new. Each cause is stored, because a decision that was in progress may be recorded just after this transaction: the sweep checks again.
 */
export async function createObligations(
  transaction: Kysely<Tables>,
  causes: readonly ObligationCauseRow[],
): Promise<void> {
  if (causes.length === 0) return
  await sql`
    insert into obligation_cause select * from json_populate_recordset(null::obligation_cause, ${JSON.stringify(causes)}::json)
    on conflict (cause_id, cause) do update set at = excluded.at`.execute(transaction)
  await findShared(transaction, causes)
}

/** Stores an obligation per recipient of data that were shared on the causes; changes nothing when all are known. */
export async function findShared(db: Kysely<Tables>, causes: readonly ObligationCauseRow[]): Promise<void> {
  const terms = causes.map((cause) => ({
    ...cause,
    due_on: addMonths(dutchDay(new Date(cause.at)), TERM_MONTHS),
  }))
  await sql`
    with cause as (
      select * from json_to_recordset(${JSON.stringify(terms)}::json)
        as c(cause text, cause_id uuid, address_id text, at timestamptz, due_on date)
    ), rule as (
      select * from json_to_recordset(${RULES}::json) as r(id text, basis text, categories text[])
    ), decision as (
      select c.*, d.request, d.response, d.information, d.granted, d.register_shown, d.file_shown,
        d.response -> 'facts' @> jsonb_build_array(jsonb_build_object('id', c.cause_id)) as named
      from cause c
      -- By the index on the address alone (offset 0), whatever is known of the size of the log: no cause reads all of it.
      cross join lateral (select chain, content from log_content where subject = c.address_id offset 0) l
      cross join lateral jsonb_to_record(l.content::jsonb)
        as d(request jsonb, response jsonb, information jsonb, granted boolean, register_shown boolean, file_shown jsonb)
      where l.chain = ${`svip/${DECISIONS}`} and (d.granted or d.register_shown or jsonb_array_length(d.file_shown) > 0)
    ), ground as (
      -- Still given and valid: a decision also names the consents that opened nothing.
      select d.*, 'CONSENT' as basis, f -> 'categories' as covered
      from decision d cross join lateral jsonb_array_elements(d.information -> 'consents') f
      where d.cause in ('CONSENT_WITHDRAWN', 'CONSENT_REFUSED') and d.named
        and f ->> 'id' = d.cause_id::text and ${HELD}
      union all
      select d.*, 'VITAL_INTEREST', f -> 'categories'
      from decision d cross join lateral jsonb_array_elements(d.information -> 'emergencies') f
      where d.cause = 'EMERGENCY_NOT_JUSTIFIED' and d.named and f ->> 'id' = d.cause_id::text
      union all
      select d.*, f ->> 'basis', f -> 'categories'
      from decision d cross join lateral jsonb_array_elements(d.information -> 'requests') f
      where d.cause = 'REQUEST_REVOKED' and d.named and f ->> 'id' = d.cause_id::text
      union all
      -- All that was shared on the task before the objection. A decision that knows the objection as it is now came after it.
      select d.*, 'PUBLIC_TASK', d.response -> 'categories'
      from decision d join objection o on o.id = d.cause_id
      where d.cause = 'OBJECTION_UPHELD' and ${OBJECTED}
        and not exists (
          select from jsonb_array_elements(d.information -> 'objections') f
          where f ->> 'id' = o.id::text and (f ->> 'revision')::int >= o.revision)
    ), shared as (
      select g.*, category
      from ground g cross join lateral jsonb_array_elements_text(g.response -> 'categories') category
      where (g.granted or g.file_shown ? category or (g.register_shown and category in ('PRESENCE', 'STATUS'))) and g.covered ? category
        and exists (select from rule r
          where r.basis = g.basis and category = any(r.categories) and g.response -> 'rules' ? r.id)
    )
    insert into obligation as stored (id, revision, cause, cause_id, address_id, owner, recipient, municipality, categories, purposes,
      created_at, due_on, state)
    select gen_random_uuid(), 1, cause, cause_id, address_id, request ->> 'owner', request #>> '{caller,organisation}',
      request #>> '{caller,municipality}', array_agg(distinct category), array_agg(distinct response ->> 'purpose'), at, due_on, 'OPEN'
    from shared group by cause, cause_id, address_id, at, due_on, 6, 7, 8
    order by cause_id, 6, 7, 8
    on conflict (cause_id, cause, owner, recipient, municipality) do update
      set (revision, categories, purposes, state, result, result_reason, fulfilled_by, fulfilled_at)
        = (stored.revision + 1, excluded.categories, excluded.purposes, 'OPEN', null, null, null, null)
      where not (stored.categories @> excluded.categories and stored.purposes @> excluded.purposes)`.execute(
    db,
  )
}
