import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../../store/tables.ts'
import { fill } from './fill.ts'

/** These tables follow from the register and the addresses, and can be computed from them again. */

/** An address with tracks. */
export type PotentialAddressRow = {
  readonly address_id: string
  /** `toKey` of its situation. */
  readonly situation: string
  /** The municipality that counts it; empty for an address that is not imported (yet). */
  readonly municipality: string
  /** The digits of its postcode; empty for an address without one, or one that is not imported. */
  readonly area: string
}

/** The number of addresses in a situation now: in one municipality, without a municipality (empty) or in the whole area (`WHOLE_AREA`). */
export type PotentialCountRow = {
  readonly scope: string
  readonly situation: string
  readonly count: number
}

/** The number at the end of a day on which it changed. */
export type PotentialDayRow = PotentialCountRow & { readonly day: string }

/** The number of NCG's addresses in a postcode area, and of those with reported damage. */
export type PotentialAreaRow = {
  readonly area: string
  readonly addresses: number
  readonly reported: number
}

/** The change that an address made to the counts of a day: one less for its previous row, one more for its new one. */
export type PotentialMoveRow = {
  readonly address_id: string
  readonly day: string
  readonly municipality: string
  readonly situation: string
  readonly by: number
}

/** The single row with the first day of the figures, and the day up to which reorganisations of municipalities are applied. */
export type PotentialStateRow = { readonly since: string; readonly settled_on: string }

export const potentialTables: Migration = {
  async up(db: Kysely<Tables>) {
    const statements = [
      `create table potential_address (address_id text primary key, situation text not null, municipality text not null, area text not null)`,
      `create index potential_address_municipality on potential_address (municipality, area, situation, address_id)`,
      `create index potential_address_area on potential_address (area, situation, address_id) include (municipality)`,
      `create table potential_count (scope text not null, situation text not null, count integer not null, primary key (scope, situation))`,
      `create table potential_day (scope text not null, situation text not null, day date not null, count integer not null,
         primary key (scope, situation, day))`,
      `create table potential_area (area text primary key, addresses integer not null, reported integer not null)`,
      `create table potential_state (since date not null, settled_on date not null)`,
      `insert into potential_state select today, today from (select (now() at time zone 'Europe/Amsterdam')::date as today) as clock`,
      `create index address_municipality_from on address_municipality (valid_from)`,
      `create index objection_standing on objection (address_id) where state in ('RECEIVED', 'UPHELD')`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
    // A later migration fills the tables from the register.
  },
}

/**
 * An address with an objection leaves all figures, also those of past days, so each address stores its changes to them. For earlier days
 * these are unknown, so the figures start again.
 */
export const objectionFigures: Migration = {
  async up(db: Kysely<Tables>) {
    const statements = [
      `create table potential_move (address_id text not null, day date not null, municipality text not null, situation text not null,
         by integer not null, primary key (address_id, day, municipality, situation))`,
      `create table potential_left_out (address_id text primary key)`,
      `insert into potential_left_out select distinct address_id from objection where state in ('RECEIVED', 'UPHELD')`,
      `delete from potential_address`,
      `delete from potential_count`,
      `delete from potential_day`,
      `delete from potential_area`,
      `update potential_state set (since, settled_on) = (select today, today from
         (select (now() at time zone 'Europe/Amsterdam')::date as today) as clock)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
    await fill(db)
  },
}
