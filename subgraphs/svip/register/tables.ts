import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What happened at tracks, as the agencies told; the tracks themselves are of the first migration. */
export const noticeTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table register_notice (id uuid not null, owner text not null, kind text not null, address_id text not null,
      reference text not null, occurred_at timestamptz not null, primary key (owner, id))`.execute(db)
    await sql`create index register_notice_address on register_notice (address_id)`.execute(db)
  },
}
