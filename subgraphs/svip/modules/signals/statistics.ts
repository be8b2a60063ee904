import { sql, type Transaction } from 'kysely'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Tables } from '../../store/tables.ts'
import type { SignalRow, SignalStatisticRow } from './tables.ts'
import { isOverdue } from './transitions.ts'

/** Counts signals in the states that they just came into, in the month of that day, in the transaction of the change. */
export async function count(
  transaction: Transaction<Tables>,
  signals: readonly SignalRow[],
  today: string,
): Promise<void> {
  const month = `${today.slice(0, 7)}-01`
  const rows = [...Map.groupBy(signals, ({ kind, recipient, state }) => `${kind} ${recipient} ${state}`)]
    // A fixed order, so that concurrent transactions do not deadlock.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]): SignalStatisticRow[] => {
      const [first] = same
      if (!first) return []
      const { kind, recipient, state } = first
      return [
        {
          month,
          kind,
          recipient,
          state,
          signals: same.length,
          days: same.reduce(
            (sum, { created_at }) => sum + Math.max(0, daysBetween(dutchDay(new Date(created_at)), today)),
            0,
          ),
          // Checks the term only: a signal that closes now was late when its due date had passed.
          late: same.filter(({ due_on }) => isOverdue({ state: 'NEW', due_on }, today)).length,
        },
      ]
    })
  await sql`
    insert into signal_statistic as stored
    select * from json_populate_recordset(null::signal_statistic, ${JSON.stringify(rows)}::json)
    on conflict (month, kind, recipient, state) do update set (signals, days, late)
      = (stored.signals + excluded.signals, stored.days + excluded.days, stored.late + excluded.late)`.execute(
    transaction,
  )
}
