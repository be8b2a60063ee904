import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Caller, Organisation } from '../../../kernel/vocabulary.ts'
import type { Consequence } from '../register/register-store.ts'
import type { Tables } from '../store/tables.ts'
import { type AcuteAction, afterNotice, afterReport, type Changed, type Report } from './acute-case.ts'
import type { AcuteAgreementRow, AcuteCaseRow, AcuteState, AcuteStepRow } from './tables.ts'

/** The most open cases that a meeting of one municipality is about. */
export const MAX_CASES = 1000

/** What belongs to a case. */
export type AcuteDetails = {
  readonly case_id: string
  readonly steps: readonly AcuteStepRow[]
  readonly agreements: readonly AcuteAgreementRow[]
}

export type AcuteStore = ReturnType<typeof createAcuteStore>

const changedSince = (): AppError =>
  new AppError('CONFLICT', 'Dit is intussen gewijzigd. Haal het opnieuw op en kijk of uw stap nog nodig is.')

/** Cases of acutely unsafe situations. Every change commits with its step. */
export function createAcuteStore(
  db: Kysely<Tables>,
  { safeHours, now = () => new Date() }: { readonly safeHours: number; readonly now?: () => Date },
) {
  return {
    /** Opens a case, or gives the one that is open for the same danger. */
    report: (report: Report, actor: Actor): Promise<AcuteCaseRow> =>
      db.transaction().execute(async (transaction) => {
        const present = (await openAt(transaction, [report.address_id])).get(report.address_id) ?? null
        const changed = afterReport(present, report, { id: randomUUID(), safeHours })
        if (changed)
          await write(transaction, [{ row: changed.row, ...stepOf(changed, actor, now().toISOString()) }])
        const row = changed?.row ?? present
        if (!row) throw new Error('a report made no case')
        return row
      }),

    async find(id: string): Promise<AcuteCaseRow | null> {
      if (!isUuid(id)) return null
      const row = await db.selectFrom('acute_case').selectAll().where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    /** Every case at the addresses, newest first. */
    async byAddresses(addressIds: readonly string[]): Promise<readonly AcuteCaseRow[]> {
      return await db
        .selectFrom('acute_case')
        .selectAll()
        .where('address_id', 'in', [...addressIds])
        .orderBy('reported_at', 'desc')
        .orderBy('id')
        .execute()
    },

    /** The open cases at addresses that lie in a municipality today, the one that waits longest first. */
    async meeting(municipality: string, today: string): Promise<readonly AcuteCaseRow[]> {
      const { rows } = await sql<AcuteCaseRow>`
        select c.* from acute_case c where c.closed_at is null and ${municipality} = (
          select m.code from address_municipality m where m.address_id = c.address_id and m.valid_from <= ${today}::date
          order by m.valid_from desc limit 1)
        order by c.reported_at, c.id limit ${MAX_CASES}`.execute(db)
      return rows
    },

    /** The steps and agreements of cases, in one statement. */
    async detailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, AcuteDetails>> {
      const { rows } = await sql<AcuteDetails>`
        select c.id as case_id,
          coalesce((select json_agg(s order by s.revision) from acute_step s where s.case_id = c.id), '[]') as steps,
          coalesce((select json_agg(a order by a.due_on, a.id) from acute_agreement a where a.case_id = c.id), '[]') as agreements
        from unnest(${ids}::uuid[]) as c(id)`.execute(db)
      return new Map(rows.map((row) => [row.case_id, row]))
    },

    /** @throws {AppError} `CONFLICT` when it was changed since, `BAD_USER_INPUT` when it closes with agreements that are not done. */
    step: (seen: AcuteCaseRow, { action, actor, reason, changes }: AcuteChange): Promise<AcuteCaseRow> =>
      db.transaction().execute(async (transaction) => {
        const present = (await openAt(transaction, [seen.address_id])).get(seen.address_id)
        if (present?.id !== seen.id || present.revision !== seen.revision) throw changedSince()
        const row = { ...present, ...changes, revision: present.revision + 1 }
        if (action === 'CLOSE') await assertAgreementsDone(transaction, row.id)
        const at = now().toISOString()
        await write(transaction, [{ row, ...stepOf({ row, action }, actor, at, reason) }])
        return row
      }),

    /** Adds an agreement to a case that is open. @throws {AppError} `CONFLICT` when it was closed since. */
    async agree(agreement: AcuteAgreementRow): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await openCase(transaction, agreement.case_id)
        await transaction.insertInto('acute_agreement').values(agreement).execute()
      })
    },

    async findAgreement(id: string): Promise<AcuteAgreementRow | null> {
      if (!isUuid(id)) return null
      const row = await db.selectFrom('acute_agreement').selectAll().where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    /** @throws {AppError} `CONFLICT` when it was changed or done since, or the case was closed. */
    async complete(
      seen: AcuteAgreementRow,
      done: Pick<AcuteAgreementRow, 'done_on' | 'remarks'>,
    ): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await openCase(transaction, seen.case_id)
        const { numUpdatedRows } = await transaction
          .updateTable('acute_agreement')
          .set({ ...done, revision: seen.revision + 1 })
          .where('id', '=', seen.id)
          .where('revision', '=', seen.revision)
          .where('done_on', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) throw changedSince()
      })
    },

    /** How many buildings wait to be made safe, and how many of those too long. */
    async countUnsafe(): Promise<{ readonly waiting: number; readonly overdue: number }> {
      const { rows } = await sql<{ waiting: number; overdue: number }>`
        select count(*) as waiting, count(*) filter (where safe_by < ${now().toISOString()}::timestamptz) as overdue
        from acute_case where closed_at is null and state = 'REPORTED'`.execute(db)
      return rows[0] ?? { waiting: 0, overdue: 0 }
    },
  }
}

/** Opens cases, and records that they were made safe, as IMG tells the register: in the transaction of its events. */
export const followNotices =
  (safeHours: number): Consequence =>
  async (transaction, transitions) => {
    const notices = transitions.flatMap(({ event }) =>
      'notice' in event && event.notice.kind.startsWith('ACUTE_SAFETY') ? [event.notice] : [],
    )
    if (notices.length === 0) return
    const open = new Map(
      await openAt(
        transaction,
        notices.map(({ address_id }) => address_id),
      ),
    )
    const written = notices.flatMap((notice) => {
      const changed = afterNotice(open.get(notice.address_id) ?? null, notice, {
        id: randomUUID(),
        safeHours,
      })
      if (!changed) return []
      open.set(notice.address_id, changed.row)
      return [{ row: changed.row, ...stepOf(changed, FROM_IMG, notice.occurred_at) }]
    })
    await write(transaction, written)
  }

export type Actor = Pick<Caller, 'organisation'> & { readonly subject: string | null }
const FROM_IMG: Actor = { organisation: 'IMG', subject: null }

/** What a step changes. */
export type AcuteChange = {
  readonly action: AcuteAction
  readonly actor: { readonly organisation: Organisation; readonly subject: string }
  readonly reason: string | null
  readonly changes: Partial<AcuteCaseRow> & { readonly state: AcuteState }
}

type Written = { readonly row: AcuteCaseRow; readonly step: AcuteStepRow }

const stepOf = (
  { row, action }: { readonly row: AcuteCaseRow; readonly action: Changed['action'] | AcuteAction },
  { organisation, subject }: Actor,
  at: string,
  reason: string | null = null,
) => ({
  step: {
    case_id: row.id,
    revision: row.revision,
    action,
    state: row.state,
    organisation,
    subject,
    at,
    reason,
  },
})

/** The open case at each address, held until the end of the transaction: also where there is none yet. */
async function openAt(
  transaction: Transaction<Tables>,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, AcuteCaseRow>> {
  await sql`select pg_advisory_xact_lock(hashtext('acute ' || id))
    from (select distinct unnest(${addressIds}::text[]) as id order by id) a`.execute(transaction)
  const { rows } = await sql<AcuteCaseRow>`
    select * from acute_case where address_id = any(${addressIds}) and closed_at is null`.execute(transaction)
  return new Map(rows.map((row) => [row.address_id, row]))
}

async function openCase(transaction: Transaction<Tables>, id: string): Promise<void> {
  const { rows } = await sql`
    select id from acute_case where id = ${id}::uuid and closed_at is null for share`.execute(transaction)
  if (rows.length === 0) throw changedSince()
}

async function assertAgreementsDone(transaction: Transaction<Tables>, id: string): Promise<void> {
  // Nobody adds one meanwhile: `openCase` waits for this row.
  await sql`select id from acute_case where id = ${id}::uuid for update`.execute(transaction)
  const { rows } = await sql`
    select id from acute_agreement where case_id = ${id}::uuid and done_on is null limit 1`.execute(
    transaction,
  )
  if (rows.length > 0)
    throw badInput('Er staan nog afspraken open bij deze zaak. Rond die eerst af (completeAcuteAgreement).')
}

async function write(transaction: Transaction<Tables>, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  // Of a case that changed twice in a batch the last state counts, and every step.
  const rows = [...new Map(written.map(({ row }) => [row.id, row])).values()]
  await sql`
    insert into acute_case select * from json_populate_recordset(null::acute_case, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set (revision, state, reference, description, reported_at, safe_by, made_safe_at, nominated_at,
        nomination_reason, nomination_outcome, nomination_road, nomination_answered_at, nomination_answer, aftercare, closed_at)
      = (excluded.revision, excluded.state, excluded.reference, excluded.description, excluded.reported_at, excluded.safe_by,
        excluded.made_safe_at, excluded.nominated_at, excluded.nomination_reason, excluded.nomination_outcome,
        excluded.nomination_road, excluded.nomination_answered_at, excluded.nomination_answer, excluded.aftercare,
        excluded.closed_at)`.execute(transaction)
  await sql`
    insert into acute_step
    select * from json_populate_recordset(null::acute_step, ${JSON.stringify(written.map(({ step }) => step))}::json)`.execute(
    transaction,
  )
}
