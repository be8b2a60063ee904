import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import type { Caller, Organisation } from '../../../../kernel/vocabulary.ts'
import { findRow, insertRows } from '../../casework/rows.ts'
import { writeStep } from '../../casework/step.ts'
import { isWithin, type NoticeRow, type RegisterEvent } from '../../register/event.ts'
import type { Consequence } from '../../register/register-store.ts'
import type { AcuteCaseState } from '../../schema.generated.ts'
import { assertRoom, MAXIMA } from '../../store/maxima.ts'
import type { Tables } from '../../store/tables.ts'
import {
  type AcuteAction,
  afterNotice,
  afterReport,
  agreementsOpen,
  type Changed,
  type Report,
} from './acute-case.ts'
import type { AcuteAgreementRow, AcuteCaseRow, AcuteStepRow } from './tables.ts'

/** The maximum of open cases in the meeting of one municipality. */
export const MAX_CASES = 1000

/** The steps and agreements of a case. */
export type AcuteDetails = {
  readonly case_id: string
  readonly steps: readonly AcuteStepRow[]
  readonly agreements: readonly AcuteAgreementRow[]
}

export type AcuteStore = ReturnType<typeof createAcuteStore>

export const changedSince = (): AppError =>
  new AppError('CONFLICT', 'Deze zaak is intussen gewijzigd. Haal haar opnieuw op.')

/** The store of acutely unsafe situations. Every change commits together with its step. */
export function createAcuteStore(
  db: Kysely<Tables>,
  { safeHours, now = () => new Date() }: { readonly safeHours: number; readonly now?: () => Date },
) {
  return {
    /** Opens a case, or returns the open case of the same danger. */
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

    find: (id: string): Promise<AcuteCaseRow | null> => findRow(db, 'acute_case', id),

    /** The latest cases at each address, newest first, always with the open one. */
    async byAddresses(addressIds: readonly string[]): Promise<readonly AcuteCaseRow[]> {
      const { rows } = await sql<AcuteCaseRow>`
        select c.* from unnest(${addressIds}::text[]) as a(id) cross join lateral (
          select c.* from acute_case c where c.address_id = a.id
          order by (c.closed_at is null) desc, c.reported_at desc, c.id limit ${MAXIMA.acuteCasesShown}) c
        order by c.reported_at desc, c.id`.execute(db)
      return rows
    },

    /** The open cases at addresses that are in a municipality today, the longest waiting first. */
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
          coalesce((select json_agg(s order by s.revision) from (
            select * from acute_step where case_id = c.id order by revision desc limit ${MAXIMA.steps}) s), '[]') as steps,
          coalesce((select json_agg(a order by a.due_on, a.id) from acute_agreement a where a.case_id = c.id), '[]') as agreements
        from unnest(${ids}::uuid[]) as c(id)`.execute(db)
      return new Map(rows.map((row) => [row.case_id, row]))
    },

    /** @throws {AppError} `CONFLICT` when it has changed since, `BAD_USER_INPUT` when it closes with open agreements. */
    step: (seen: AcuteCaseRow, { action, actor, reason, changes }: AcuteChange): Promise<AcuteCaseRow> =>
      writeStep<AcuteCaseRow>(db, seen.revision, {
        hold: async (transaction) => {
          const present = (await openAt(transaction, [seen.address_id])).get(seen.address_id)
          return present?.id === seen.id ? present : null
        },
        gone: changedSince,
        changedSince,
        change: async (transaction) => {
          if (action === 'CLOSE') await assertAgreementsDone(transaction, seen.id)
          return changes
        },
        write: (transaction, row) =>
          write(transaction, [{ row, ...stepOf({ row, action }, actor, now().toISOString(), reason) }]),
      }),

    /** Adds an agreement to an open case. @throws {AppError} `CONFLICT` when the case has closed. */
    async agree(agreement: AcuteAgreementRow): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await openCase(transaction, agreement.case_id)
        await assertRoomIn(transaction, agreement.case_id)
        await transaction.insertInto('acute_agreement').values(agreement).execute()
      })
    },

    /** Checks that the case has room for another agreement. @throws {AppError} `BAD_USER_INPUT` */
    assertRoom: (caseId: string): Promise<void> => assertRoomIn(db, caseId),

    findAgreement: (id: string): Promise<AcuteAgreementRow | null> => findRow(db, 'acute_agreement', id),

    /** @throws {AppError} `CONFLICT` when it has changed or was completed since, or the case has closed. */
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

    /** The number of buildings that are not safe yet, and of those past the deadline. */
    async countUnsafe(): Promise<{ readonly waiting: number; readonly overdue: number }> {
      const { rows } = await sql<{ waiting: number; overdue: number }>`
        select count(*) as waiting, count(*) filter (where safe_by < ${now().toISOString()}::timestamptz) as overdue
        from acute_case where closed_at is null and state = 'REPORTED'`.execute(db)
      return rows[0] ?? { waiting: 0, overdue: 0 }
    },
  }
}

/**
 * Opens cases, and records that they were made safe, from the notices of IMG, in the transaction of the events. A danger in an import that
 * ended more than `newsDays` ago makes no case; a danger that lasts always does, whatever its date.
 */
export const followNotices =
  (safeHours: number, newsDays: number): Consequence =>
  async (transaction, transitions) => {
    const events = transitions.flatMap(({ event }) =>
      'notice' in event && event.notice.kind.startsWith('ACUTE_SAFETY') ? [event] : [],
    )
    if (events.length === 0) return
    const notices = await withEnds(transaction, events, newsDays)
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

type NoticeEvent = Extract<RegisterEvent, { readonly notice: NoticeRow }>

/**
 * The notices of an import or reconciliation arrive in any order and in several batches. So a repeated report is followed by its end when
 * the register has one, and a danger that ended long before it was reported is left out.
 */
async function withEnds(
  transaction: Transaction<Tables>,
  events: readonly NoticeEvent[],
  newsDays: number,
): Promise<readonly NoticeRow[]> {
  const again = events.filter(
    ({ notice, toldAgainAt }) => toldAgainAt !== undefined && notice.kind === 'ACUTE_SAFETY_REPORTED',
  )
  if (again.length === 0) return events.map(({ notice }) => notice)
  const { rows } = await sql<NoticeRow & { readonly report: string }>`
    select distinct on (report.id) report.id as report, safe.* from register_notice report
    join register_notice safe on safe.owner = report.owner and safe.reference = report.reference
      and safe.address_id = report.address_id
      and safe.kind = 'ACUTE_SAFETY_MADE_SAFE' and safe.occurred_at >= report.occurred_at
    where report.id = any(${again.map(({ id }) => id)}::uuid[])
    order by report.id, safe.occurred_at`.execute(transaction)
  const ends = new Map(rows.map(({ report, ...safe }) => [report, safe]))
  return events.flatMap(({ id, notice, toldAgainAt }) => {
    const end = toldAgainAt === undefined ? undefined : ends.get(id)
    if (!end) return [notice]
    const occurredAt = new Date(end.occurred_at).toISOString()
    return isWithin(newsDays, occurredAt, toldAgainAt ?? '')
      ? [notice, { ...end, occurred_at: occurredAt }]
      : []
  })
}

export type Actor = Pick<Caller, 'organisation'> & { readonly subject: string | null }
const FROM_IMG: Actor = { organisation: 'IMG', subject: null }

/** A step with its changes. */
export type AcuteChange = {
  readonly action: AcuteAction
  readonly actor: { readonly organisation: Organisation; readonly subject: string }
  readonly reason: string | null
  readonly changes: Partial<AcuteCaseRow> & { readonly state: AcuteCaseState }
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

/** The open case at each address. The lock lasts until the end of the transaction, also for addresses without a case. */
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

const assertRoomIn = (connection: Kysely<Tables>, case_id: string): Promise<void> =>
  assertRoom(
    connection,
    { table: 'acute_agreement', which: { case_id }, max: MAXIMA.agreements },
    'afspraken bij een zaak. Rond eerst afspraken af en sluit de zaak.',
  )

async function assertAgreementsDone(transaction: Transaction<Tables>, id: string): Promise<void> {
  // This lock prevents that another transaction adds an agreement: `openCase` waits for this row.
  await sql`select id from acute_case where id = ${id}::uuid for update`.execute(transaction)
  const { rows } = await sql`
    select id from acute_agreement where case_id = ${id}::uuid and done_on is null limit 1`.execute(
    transaction,
  )
  if (rows.length > 0) throw agreementsOpen()
}

async function write(transaction: Transaction<Tables>, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  // When a case changes twice in a batch, its last state is stored, and every step.
  const rows = [...new Map(written.map(({ row }) => [row.id, row])).values()]
  await sql`
    insert into acute_case select * from json_populate_recordset(null::acute_case, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set (revision, state, reference, description, reported_at, safe_by, made_safe_at, nominated_at,
        nomination_reason, nomination_outcome, nomination_road, nomination_answered_at, nomination_answer, aftercare, closed_at)
      = (excluded.revision, excluded.state, excluded.reference, excluded.description, excluded.reported_at, excluded.safe_by,
        excluded.made_safe_at, excluded.nominated_at, excluded.nomination_reason, excluded.nomination_outcome,
        excluded.nomination_road, excluded.nomination_answered_at, excluded.nomination_answer, excluded.aftercare,
        excluded.closed_at)`.execute(transaction)
  await insertRows(
    transaction,
    'acute_step',
    written.map(({ step }) => step),
  )
}
