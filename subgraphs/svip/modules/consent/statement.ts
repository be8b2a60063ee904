import { type Kysely, sql, type Transaction } from 'kysely'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import type { Tables } from '../../store/tables.ts'

/** The statements of residents are stored with every revision, so that an earlier decision can be explained later. */

export type StatementKind = 'consent' | 'wish' | 'objection'

/** Who records: the organisation is shown, the employee is stored for accountability only. */
export type Recorder = Pick<Caller, 'organisation' | 'subject'>

/** Adds a revision to the history, in the transaction that makes it the current one. */
export async function keepRevision(
  transaction: Transaction<Tables> | Kysely<Tables>,
  kind: StatementKind,
  statements: readonly { readonly id: string; readonly revision: number; readonly content: unknown }[],
  recorder: Recorder,
  at: string,
): Promise<void> {
  if (statements.length === 0) return
  const rows = statements.map(({ id, revision, content }) => ({
    kind,
    id,
    revision,
    content: JSON.stringify(content),
    recorded_by: `${recorder.organisation}:${recorder.subject}`,
    recorded_at: at,
  }))
  await sql`insert into statement_revision
    select * from json_populate_recordset(null::statement_revision, ${JSON.stringify(rows)}::json)`.execute(
    transaction,
  )
}
