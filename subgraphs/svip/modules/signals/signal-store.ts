import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { addDays } from '../../../../kernel/calendar.ts'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import type { PageRequest } from '../../../../kernel/graphql/connection.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { countOf, type Listed, rowsOf } from '../../casework/list.ts'
import { columnsOf, findRow, insertRows, updateRow } from '../../casework/rows.ts'
import { type Actor, writeStep } from '../../casework/step.ts'
import type { Consequence } from '../../register/register-store.ts'
import type { SignalFilter } from '../../schema.generated.ts'
import { MAXIMA } from '../../store/maxima.ts'
import type { Tables } from '../../store/tables.ts'
import { conditionsOf, ORDER } from './list.ts'
import { type Reader, visibleTo } from './reader.ts'
import type { ActiveRules } from './settings.ts'
import { signalsOf } from './signals-of.ts'
import { count } from './statistics.ts'
import type { SignalRow, SignalStepRow } from './tables.ts'
import type { SignalAction } from './transitions.ts'

export type Step = {
  readonly action: SignalAction
  readonly actor: Actor
  readonly remarks: string | null
  readonly changes: Partial<SignalRow>
}

export const changedSince = ({ revision }: Pick<SignalRow, 'revision'>): AppError =>
  new AppError(
    'CONFLICT',
    `Dit signaal is intussen gewijzigd (versie ${revision}). Haal het opnieuw op en kijk of de stap nog nodig is.`,
  )

export const UNKNOWN = 'Dit signaal bestaat niet.'

/** Makes the signals that follow from a change in the register, in the transaction of that change; each at most once, by its key. */
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
      insert into signal (${columnsOf(rows[0])})
      select ${columnsOf(rows[0])} from json_populate_recordset(null::signal, ${JSON.stringify(rows)}::json)
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
    await insertRows(transaction, 'signal_step', steps)
    await count(transaction, made, today)
  }

const listed = (reader: Reader, filter: SignalFilter): Listed => ({
  from: sql`signal s`,
  where: sql`${conditionsOf(reader, filter)} and ${visibleTo(reader)}`,
})

/** The store of signals and their steps. A signal that the reader may not know of looks as if it does not exist. */
export function createSignalStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    find: (id: string, reader: Reader): Promise<SignalRow | null> =>
      findRow(db, 'signal', id, { alias: 's', where: visibleTo(reader) }),

    /** Reads a page by due date, closed signals last, with one row more than the page when another page follows. */
    page: (reader: Reader, filter: SignalFilter, page: PageRequest) =>
      rowsOf<SignalRow>(db, listed(reader, filter), ORDER, page),

    count: (reader: Reader, filter: SignalFilter): Promise<number> => countOf(db, listed(reader, filter)),

    /** The latest signals at each address, received and sent, newest first, in one statement. */
    async byAddresses(addressIds: readonly string[], reader: Reader): Promise<readonly SignalRow[]> {
      const { rows } = await sql<SignalRow>`
        select s.* from unnest(${addressIds}::text[]) as a(id) cross join lateral (
          select s.* from signal s where s.address_id = a.id and ${visibleTo(reader)}
          order by s.created_at desc, s.id limit ${MAXIMA.signalsShown}) s
        order by s.created_at desc, s.id`.execute(db)
      return rows
    },

    /** The steps of these signals, oldest first, in one statement. */
    async stepsOf(ids: readonly string[]): Promise<readonly SignalStepRow[]> {
      return await db
        .selectFrom('signal_step')
        .selectAll()
        .where('signal_id', 'in', [...ids])
        .orderBy('revision')
        .execute()
    },

    /**
     * Takes a step on a signal that still has the revision that its editor saw.
     * @throws {AppError} `BAD_USER_INPUT` when the signal does not exist, `CONFLICT` when it has changed since.
     */
    step: (
      { id, revision }: Pick<SignalRow, 'id' | 'revision'>,
      { action, actor, remarks, changes }: Step,
    ): Promise<SignalRow> =>
      writeStep<SignalRow>(db, revision, {
        hold: (transaction) => findRow(transaction, 'signal', id, { lock: true }),
        gone: () => badInput(UNKNOWN),
        changedSince,
        change: () => changes,
        write: async (transaction, row, from) => {
          await updateRow(transaction, 'signal', { ...changes, id, revision: row.revision })
          const at = now()
          await insertRows(transaction, 'signal_step', [
            {
              signal_id: id,
              revision: row.revision,
              action,
              from_state: from.state,
              to_state: row.state,
              ...actor,
              at: at.toISOString(),
              remarks,
            },
          ])
          if (row.state !== from.state) await count(transaction, [row], dutchDay(at))
        },
      }),
  }
}
