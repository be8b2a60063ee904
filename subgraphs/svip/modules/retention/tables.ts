import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation } from '../../../../kernel/vocabulary.ts'

/** A legal hold: why nothing about an address may be erased, who placed it, and until when. */
export type LegalHoldRow = {
  readonly id: string
  readonly address_id: string
  /** The organisation that placed it; its privacy officers, and those of the SVIP, may lift it. */
  readonly organisation: Organisation
  readonly reason: string
  readonly placed_by: string
  readonly placed_at: string
  readonly lifted_by: string | null
  readonly lifted_at: string | null
  readonly lift_reason: string | null
}

export const retentionTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table legal_hold (id uuid primary key, address_id text not null references address, organisation text not null,
         reason text not null, placed_by text not null, placed_at timestamptz not null, lifted_by text, lifted_at timestamptz,
         lift_reason text, check ((lifted_at is null) = (lifted_by is null)))`,
      `create index legal_hold_address on legal_hold (address_id)`,
      `create index legal_hold_active on legal_hold (address_id) where lifted_at is null`,
      // Erases statements with every revision: only those on record and older than the floor (kernel/records/log/erasing.ts).
      `create function statement_erase(record_id text) returns bigint language plpgsql security definer
         set search_path = pg_catalog, public, pg_temp as
         $$ declare
              erasure jsonb := log_erasure(record_id);
              statement_kind text := erasure ->> 'table';
              ids uuid[] := array(select jsonb_array_elements_text(erasure -> 'rows')::uuid);
              youngest timestamptz := clock_timestamp() - make_interval(days => (select days from log_floor));
              erased bigint;
            begin
              if statement_kind is null or statement_kind not in ('consent', 'wish', 'objection')
              then raise exception 'this erasing is not on record'; end if;
              if exists (select from statement_revision where kind = statement_kind and id = any(ids) and recorded_at > youngest)
              then raise exception 'it is too young to be erased'; end if;
              perform set_config('samenloop.erasing', 'on', true);
              delete from statement_revision where kind = statement_kind and id = any(ids);
              perform set_config('samenloop.erasing', '', true);
              execute format('delete from %I where id = any($1)', statement_kind) using ids;
              get diagnostics erased = row_count;
              return erased;
            end $$`,
      `revoke all on function statement_erase(text) from public`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
