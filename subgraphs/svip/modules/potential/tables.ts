import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../../store/tables.ts'
import { fill } from './fill.ts'

/** Every table here follows from the register and the addresses, and can be made again from them. */

/** An address where something plays. */
export type PotentialAddressRow = {
  readonly address_id: string
  /** `toKey` of its situation. */
  readonly situation: string
  /** The municipality it is counted under; empty for an address that is not (yet) known. */
  readonly municipality: string
  /** The digits of its postcode; empty for an address without one, and for one that is not known. */
  readonly area: string
}

/** How many addresses are in a situation now, in one municipality, at addresses without one (empty) or everywhere (`WHOLE_AREA`). */
export type PotentialCountRow = {
  readonly scope: string
  readonly situation: string
  readonly count: number
}

/** How many there were at the end of a day on which that changed. */
export type PotentialDayRow = PotentialCountRow & { readonly day: string }

/** Of the addresses of NCG in a postcode area: how many, and how many with damage reported. */
export type PotentialAreaRow = {
  readonly area: string
  readonly addresses: number
  readonly reported: number
}

/** What an address added to the counts on a day: one less where it was, one more where it is. */
export type PotentialMoveRow = {
  readonly address_id: string
  readonly day: string
  readonly municipality: string
  readonly situation: string
  readonly by: number
}

/** The one row that says since when there are figures, and until which day reorganisations of municipalities are in them. */
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
    // A later migration fills them, with what they hold since.
  },
}

/**
 * Addresses where an objection stands leave all figures, those of days that passed included, so each address keeps what it added to
 * them. Of days before this nobody can tell what that was: the figures begin anew.
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
