import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The column that only monitoring needs: when a track began, for its lead time. */
export const monitoringTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      // Null until an event of the track has it; reconciling the register with the agencies fills it.
      `alter table register_track add column started_on date`,
      `create index register_track_ended on register_track (since) where not open`,
      `create index information_request_answered on information_request (answered_at) where answered_at is not null`,
      `create index cooperation_step_at on cooperation_step (at) where kind in ('JOINT_INSPECTION', 'INTEGRAL_PLAN')`,
      `create index acute_case_reported on acute_case (reported_at)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
