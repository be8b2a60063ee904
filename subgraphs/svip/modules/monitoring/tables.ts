import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What monitoring needs that nothing else keeps: when a track began, so that its lead time is known once it ends. */
export const monitoringTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      // Null for a track of which no event told it yet; reconciling the register with the agencies fills it.
      `alter table register_track add column started_on date`,
      `create index register_track_ended on register_track (since) where not open`,
      `create index information_request_answered on information_request (answered_at) where answered_at is not null`,
      `create index cooperation_step_at on cooperation_step (at) where kind in ('JOINT_INSPECTION', 'INTEGRAL_PLAN')`,
      `create index acute_case_reported on acute_case (reported_at)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
