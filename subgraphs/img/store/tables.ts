import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createLogTables } from '../../../kernel/records/log/tables.ts'
import { addRefusalReasons, createOutboxTable } from '../../agency/outbox/tables.ts'

/** The same migrations serve PGlite and PostgreSQL. A migration that has landed is never changed. */
export const migrations: Record<string, Migration> = {
  '2026-11-22-claims': {
    async up(db: Kysely<unknown>) {
      await createLogTables(db, ['img/access', 'img/processing'])
      await createOutboxTable(db)
      await sql`create table damage_claim (
        id uuid primary key,
        reference text not null unique,
        address_id text not null,
        kind text not null,
        phase text not null,
        registered_at date not null,
        closed_at date,
        phase_since date not null,
        handler_name text, handler_phone text, handler_email text, handler_team text,
        inspection_planned_on date, inspection_held_on date,
        urgency text not null,
        report_delivered_on date, report_summary text, structural_damage boolean,
        award_decided_on date, award_amount_cents integer, award_paid_on date,
        acute_reported_at timestamptz, acute_made_safe_at timestamptz, acute_description text,
        circumstances text,
        revision integer not null,
        check ((phase = 'COMPLETION') = (closed_at is not null)))`.execute(db)
      await sql`create index damage_claim_address on damage_claim (address_id)`.execute(db)
      // One index per filter, in the order of the list, so that a page stops at its last row.
      await sql`create index damage_claim_newest on damage_claim (registered_at desc, id desc)`.execute(db)
      await sql`create index damage_claim_open on damage_claim (registered_at desc, id desc)
        where closed_at is null`.execute(db)
      await sql`create index damage_claim_phase on damage_claim (phase, registered_at desc, id desc)`.execute(
        db,
      )
      await sql`create index damage_claim_handler on damage_claim
        (handler_email, registered_at desc, id desc)`.execute(db)
    },
  },
  '2026-11-22-claims-2-findings': {
    async up(db: Kysely<unknown>) {
      await addRefusalReasons(db)
      await sql`alter table damage_claim add column structural_found_on date, add column structural_description text,
        add column ownership_changed_on date`.execute(db)
      // In byte order, as in the register, because the comparison of the two depends on it.
      await sql`create index damage_claim_reference on damage_claim (reference collate "C")`.execute(db)
    },
  },
  '2026-11-30-claims-3-since-of-its-own': {
    async up(db: Kysely<unknown>) {
      await sql`alter table damage_claim alter column phase_since drop not null`.execute(db)
      // An import derived it from days that are not shared with the phase. This corrects what was sent to the SVIP.
      await sql`
        with forgotten as (
          update damage_claim set phase_since = null, revision = revision + 1
          where phase in ('INSPECTION', 'ASSESSMENT', 'DECISION', 'EXECUTION') and phase_since in (registered_at,
            inspection_planned_on, inspection_held_on, report_delivered_on, award_decided_on, award_paid_on)
          returning *)
        insert into outbox (id, type, address_id, data, occurred_at)
        select gen_random_uuid(), 'nl.img.damage-claim.advanced', address_id, json_build_object(
          'reference', reference, 'phase', phase, 'status',
          case phase when 'INSPECTION' then 'INSPECTION' when 'ASSESSMENT' then 'VIEWS' when 'DECISION' then 'DECISION' end,
          'open', true, 'since', null, 'startedOn', registered_at, 'revision', revision)::text, now()
        from forgotten`.execute(db)
    },
  },
}
