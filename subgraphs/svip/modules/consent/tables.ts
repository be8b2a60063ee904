import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { NEW_OWNER } from './record.ts'

/** The moments at which residents made their statements. For existing rows, the earliest known moment counts. */
export const statedColumns: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table consent add column stated_at timestamptz, add column withdrawal_stated_at timestamptz`.execute(
      db,
    )
    await sql`update consent set stated_at = least(recorded_at, valid_from),
      -- What a refusal withdrew, the refusal itself says; what ended with the ownership, nobody said.
      withdrawal_stated_at = case when refusal_id is null and withdrawal_reason is distinct from ${NEW_OWNER} then withdrawn_at end`.execute(
      db,
    )
    await sql`alter table consent alter column stated_at set not null`.execute(db)
  },
}
