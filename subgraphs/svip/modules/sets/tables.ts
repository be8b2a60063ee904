import { type Generated, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation, Purpose } from '../../../../kernel/vocabulary.ts'
import type { AddressSetKind, AddressSetOutcomeKind } from '../../schema.generated.ts'

/** A set of addresses for one purpose: a pilot, or the cases of the intervention team. */
export type AddressSetRow = {
  readonly id: string
  readonly revision: number
  /** The number by which organisations other than the maker refer to it. */
  readonly number: number
  readonly name: string
  readonly kind: AddressSetKind
  readonly purpose: Purpose
  readonly description: string
  readonly created_by: Organisation
  readonly created_by_subject: string
  readonly created_at: string
  readonly closed_at: string | null
  readonly closing_reason: string | null
}

export type AddressSetTable = Omit<AddressSetRow, 'number'> & { readonly number: Generated<number> }

/** An address that an organisation added to a set. Several organisations may add the same address, without knowing of each other. */
export type AddressSetMemberRow = {
  readonly id: string
  readonly set_id: string
  readonly address_id: string
  readonly put_forward_by: Organisation
  /** The code of the municipality that added it; otherwise empty. */
  readonly municipality: string
  readonly added_by: string
  readonly added_at: string
}

/** An outcome of an address in a set. An address can have several in succession: possible, then held, then in execution. */
export type AddressSetOutcomeRow = {
  readonly id: string
  readonly set_id: string
  readonly address_id: string
  readonly outcome: AddressSetOutcomeKind
  readonly occurred_on: string
  readonly note: string | null
  readonly recorded_by: Organisation
  readonly recorded_by_subject: string
  readonly recorded_at: string
}

export const addressSetTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table address_set (id uuid primary key, revision integer not null, name text not null unique, kind text not null,
         purpose text not null, description text not null, created_by text not null, created_by_subject text not null,
         created_at timestamptz not null, closed_at timestamptz, closing_reason text)`,
      `create table address_set_member (id uuid primary key, set_id uuid not null references address_set on delete cascade,
         address_id text not null references address, put_forward_by text not null, municipality text not null,
         added_by text not null, added_at timestamptz not null, unique (set_id, address_id, put_forward_by, municipality))`,
      `create index address_set_member_place on address_set_member (set_id, added_at, id)`,
      `create index address_set_member_address on address_set_member (address_id)`,
      `create table address_set_outcome (id uuid primary key, set_id uuid not null references address_set on delete cascade,
         address_id text not null, outcome text not null, occurred_on date not null, note text, recorded_by text not null,
         recorded_by_subject text not null, recorded_at timestamptz not null)`,
      `create index address_set_outcome_address on address_set_outcome (set_id, address_id)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/**
 * A set gets a number, so that only its maker reads its name. Names become unique per maker: otherwise trying names would reveal those of
 * others.
 */
export const addressSetNumberTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      'alter table address_set add column number integer generated always as identity',
      'alter table address_set drop constraint address_set_name_key',
      'alter table address_set add constraint address_set_own_name unique (created_by, name)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
