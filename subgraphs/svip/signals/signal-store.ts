import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { addDays } from '../../../kernel/calendar.ts'
import type { PageRequest } from '../../../kernel/connection.ts'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Caller, Role } from '../../../kernel/vocabulary.ts'
import type { Consequence } from '../register/register-store.ts'
import type { Tables } from '../store/tables.ts'
import { conditionsOf, isAfter, type SignalFilter } from './list.ts'
import { type Reader, visibleTo } from './reader.ts'
import type { ActiveRules } from './settings.ts'
import { signalsOf } from './signals-of.ts'
import { count } from './statistics.ts'
import type { SignalRow, SignalStepRow } from './tables.ts'
import type { SignalAction } from './transitions.ts'

export type SignalStore = ReturnType<typeof createSignalStore>

/** Who takes a step, and in which role. */
export type Actor = Pick<Caller, 'subject' | 'organisation'> & { readonly role: Role }

export type Step = {
  readonly action: SignalAction
  readonly actor: Actor
  readonly remarks: string | null
  readonly changes: Partial<SignalRow>
}

export const changedSince = (revision: number): AppError =>
  new AppError(
    'CONFLICT',
    `Dit signaal is intussen gewijzigd (versie ${revision}). Haal het opnieuw op en kijk of de stap nog nodig is.`,
  )

export const UNKNOWN = 'Dit signaal bestaat niet.'

/** Makes signals of what changes in the register, in the transaction of the change; each once, by its key. */
export const signalConsequence =
  (active: ActiveRules, now: () => Date = () => new Date()): Consequence =>
  async (transaction, transitions) => {
    const at = now()
    const today = dutchDay(at)
    const rows = transitions
      .flatMap((transition) => signalsOf(transition, active))
      .map(
        (signal): SignalRow => ({
          ...signal,
          id: randomUUID(),
          revision: 1,
          state: 'NEW',
          created_at: at.toISOString(),
          due_on: addDays(today, active.termOf(signal.purpose)),
          assignee: null,
          team: null,
          links: [],
          result: null,
          not_opportune: null,
          ended_at: null,
        }),
      )
    if (rows.length === 0) return
    const { rows: made } = await sql<SignalRow>`
      insert into signal (${columnsOf(rows[0] as SignalRow)})
      select ${columnsOf(rows[0] as SignalRow)} from json_populate_recordset(null::signal, ${JSON.stringify(rows)}::json)
      on conflict (key) do nothing returning *`.execute(transaction)
    if (made.length === 0) return
    const steps = made.map(
      ({ id, about }): SignalStepRow => ({
        signal_id: id,
        revision: 1,
        action: 'MAKE',
        from_state: null,
        to_state: 'NEW',
        organisation: about,
        role: null,
        subject: null,
        at: at.toISOString(),
        remarks: null,
      }),
    )
    await sql`insert into signal_step select * from json_populate_recordset(null::signal_step, ${JSON.stringify(steps)}::json)`.execute(
      transaction,
    )
    await count(transaction, made, today)
  }

const columnsOf = (row: SignalRow): RawBuilder<unknown> =>
  sql.join(Object.keys(row).map((column) => sql.ref(column)))

/** Signals as far as a reader may know of them, with their steps. What they may not know looks as if it does not exist. */
export function createSignalStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    async find(id: string, reader: Reader): Promise<SignalRow | null> {
      if (!isUuid(id)) return null
      const { rows } = await sql<SignalRow>`
        select s.* from signal s where s.id = ${id} and ${visibleTo(reader)}`.execute(db)
      return rows[0] ?? null
    },

    /** A page, overdue first and what is done last, with a row more than the page when more follows. */
    async page(reader: Reader, filter: SignalFilter, page: PageRequest): Promise<readonly SignalRow[]> {
      const from = page.after === null ? sql`true` : isAfter(page.after)
      const { rows } = await sql<SignalRow>`
        select s.* from signal s where ${conditionsOf(reader, filter)} and ${visibleTo(reader)} and ${from}
        order by s.due_sort, s.id limit ${page.first + 1}`.execute(db)
      return rows
    },

    async count(reader: Reader, filter: SignalFilter): Promise<number> {
      const { rows } = await sql<{ total: number }>`
        select count(*) as total from signal s where ${conditionsOf(reader, filter)} and ${visibleTo(reader)}`.execute(
        db,
      )
      return rows[0]?.total ?? 0
    },

    /** The signals at each address, received and sent, newest first, in one statement. */
    async byAddresses(addressIds: readonly string[], reader: Reader): Promise<readonly SignalRow[]> {
      const { rows } = await sql<SignalRow>`
        select s.* from signal s where s.address_id = any(${addressIds}) and ${visibleTo(reader)}
        order by s.created_at desc, s.id`.execute(db)
      return rows
    },

    /** The steps of each signal, oldest first, in one statement. */
    async stepsOf(ids: readonly string[]): Promise<readonly SignalStepRow[]> {
      return await db
        .selectFrom('signal_step')
        .selectAll()
        .where('signal_id', 'in', [...ids])
        .orderBy('revision')
        .execute()
    },

    /**
     * Takes a step with a signal that still has the revision its maker saw.
     * @throws {AppError} `BAD_USER_INPUT` when there is no such signal, `CONFLICT` when it was changed since.
     */
    async step(
      { id, revision }: Pick<SignalRow, 'id' | 'revision'>,
      { action, actor, remarks, changes }: Step,
    ): Promise<SignalRow> {
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('signal')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!row) throw badInput(UNKNOWN)
        if (row.revision !== revision) throw changedSince(row.revision)
        const changed: SignalRow = { ...row, ...changes, revision: revision + 1 }
        await update(transaction, changed, changes)
        const at = now()
        await transaction
          .insertInto('signal_step')
          .values({
            signal_id: id,
            revision: changed.revision,
            action,
            from_state: row.state,
            to_state: changed.state,
            ...actor,
            at: at.toISOString(),
            remarks,
          })
          .execute()
        if (changed.state !== row.state) await count(transaction, [changed], dutchDay(at))
        return changed
      })
    },
  }
}

async function update(
  transaction: Transaction<Tables>,
  { id, revision }: SignalRow,
  { links, ...changes }: Partial<SignalRow>,
): Promise<void> {
  await transaction
    .updateTable('signal')
    .set({
      ...changes,
      revision,
      ...(links ? { links: sql<SignalRow['links']>`${JSON.stringify(links)}::json` } : {}),
    })
    .where('id', '=', id)
    .execute()
}
