import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createLogTables } from '../../../kernel/records/log/tables.ts'
import { addRefusalReasons, createOutboxTable } from '../../agency/outbox/tables.ts'

/** The same migrations serve PGlite and PostgreSQL. A migration that has landed is never changed. */
export const migrations: Record<string, Migration> = {
  '2026-11-22-projects': {
    async up(db: Kysely<unknown>) {
      await createLogTables(db, ['ncg/access', 'ncg/processing'])
      await createOutboxTable(db)
      await sql`create table strengthening_project (
        id uuid primary key,
        reference text not null unique,
        address_id text not null unique,
        programme text not null,
        status text,
        status_since date not null,
        started_at date not null,
        completed_at date,
        risk_profile text,
        handler_name text, handler_phone text, handler_email text, handler_team text,
        inspection_planned_on date, inspection_held_on date,
        advice_delivered_on date, advice_summary text, meets_standard boolean,
        measures jsonb not null,
        estimated_cost_cents integer,
        contractor text, contract_signed_on date,
        circumstances text,
        revision integer not null,
        check ((status is null) = (completed_at is not null)))`.execute(db)
      // One index per filter, in the order of the list, so that a page stops at its last row.
      await sql`create index strengthening_project_newest on strengthening_project
        (started_at desc, id desc)`.execute(db)
      await sql`create index strengthening_project_open on strengthening_project
        (started_at desc, id desc) where completed_at is null`.execute(db)
      await sql`create index strengthening_project_status on strengthening_project
        (status, started_at desc, id desc)`.execute(db)
      await sql`create index strengthening_project_programme on strengthening_project
        (programme, started_at desc, id desc)`.execute(db)
      await sql`create index strengthening_project_handler on strengthening_project
        (handler_email, started_at desc, id desc)`.execute(db)
    },
  },
  '2026-11-22-projects-2-findings': {
    async up(db: Kysely<unknown>) {
      await addRefusalReasons(db)
      await sql`alter table strengthening_project add column found_damage jsonb not null default '[]',
        add column ownership_changed_on date`.execute(db)
      // In byte order, as in the register, because the comparison of the two depends on it.
      await sql`create index strengthening_project_reference on strengthening_project (reference collate "C")`.execute(
        db,
      )
    },
  },
  '2026-11-30-projects-3-since-of-its-own': {
    async up(db: Kysely<unknown>) {
      await sql`alter table strengthening_project alter column status_since drop not null`.execute(db)
      // An import derived it from days that are not shared with the status. This corrects what was sent to the SVIP.
      await sql`
        with forgotten as (
          update strengthening_project set status_since = null, revision = revision + 1
          where status <> 'S1_2' and status_since in (started_at, inspection_held_on, advice_delivered_on, contract_signed_on)
          returning *)
        insert into outbox (id, type, address_id, data, occurred_at)
        select gen_random_uuid(), 'nl.ncg.strengthening-project.advanced', address_id, json_build_object(
          'reference', reference, 'phase', case left(status, 2)
            when 'S2' then 'INSPECTION' when 'S3' then 'ASSESSMENT' when 'S4' then 'PLANNING' when 'S5' then 'EXECUTION' end,
          'status', status, 'open', true, 'since', null, 'startedOn', started_at, 'revision', revision)::text, now()
        from forgotten`.execute(db)
    },
  },
}
