import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { NoticeRow, RemovedTrack } from './event.ts'

export type RegisterTables = { register_notice: NoticeRow; register_removed: RemovedTrack }

/** The notices of the agencies; the tracks themselves are in the first migration. */
export const noticeTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table register_notice (id uuid not null, owner text not null, kind text not null, address_id text not null,
      reference text not null, occurred_at timestamptz not null, primary key (owner, id))`.execute(db)
    await sql`create index register_notice_address on register_notice (address_id)`.execute(db)
  },
}

/** Removed tracks, and indexes in the order of the comparison with the agencies: by the bytes of the reference. */
export const removedTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table register_removed (owner text not null, reference text not null, revision integer not null,
         primary key (owner, reference))`,
      `create index register_track_reference on register_track (owner, reference collate "C")`,
      `create index register_notice_reference on register_notice (owner, reference)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** Whether a track counts for the cooperation. Existing tracks keep counting until the agency sends them again. */
export const physicalTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table register_track add column physical boolean not null default true`.execute(db)
  },
}
