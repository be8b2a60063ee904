import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DataCategory, Organisation, Owner } from '../../../../kernel/vocabulary.ts'
import type { EmergencyVerdict } from '../../schema.generated.ts'

/** An emergency access of a safety officer, and the verdict on it. */
export type EmergencyAccessRow = {
  readonly id: string
  readonly revision: number
  readonly address_id: string
  /** The agency whose data it opens. */
  readonly owner: Owner
  readonly organisation: Organisation
  readonly subject: string
  readonly categories: readonly DataCategory[]
  readonly reason: string
  readonly broken_at: string
  readonly valid_until: string
  readonly review_due_on: string
  readonly verdict: EmergencyVerdict | null
  readonly review_remarks: string | null
  readonly reviewed_by: Organisation | null
  readonly reviewer: string | null
  readonly reviewed_at: string | null
  /** When a privacy officer allowed the same person to break the glass there again, after an unjustified access. */
  readonly released_at: string | null
  readonly released_by: Organisation | null
  readonly releaser: string | null
  readonly release_reason: string | null
}

export const emergencyTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table emergency_access (id uuid primary key, revision integer not null, address_id text not null references address,
         owner text not null, organisation text not null, subject text not null, categories text[] not null, reason text not null,
         broken_at timestamptz not null, valid_until timestamptz not null, review_due_on date not null, verdict text,
         review_remarks text, reviewed_by text, reviewer text, reviewed_at timestamptz,
         check ((verdict is null) = (reviewed_at is null)))`,
      `create index emergency_access_address on emergency_access (address_id)`,
      `create index emergency_access_newest on emergency_access (broken_at desc, id desc)`,
      `create index emergency_access_review on emergency_access (review_due_on, id) where verdict is null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

export const releaseColumns: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table emergency_access add column released_at timestamptz, add column released_by text,
      add column releaser text, add column release_reason text,
      add check ((released_at is null) = (release_reason is null)),
      add check (released_at is null or verdict = 'NOT_JUSTIFIED')`.execute(db)
  },
}
