import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DataCategory, Organisation, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import type { ObligationCause, ObligationResult } from '../../schema.generated.ts'

/** The obligation of a recipient because the ground of the received data has ended (AVG art. 17(1)(b) and 19). */
export type ObligationRow = {
  readonly id: string
  readonly revision: number
  readonly cause: ObligationCause
  /** The consent, objection, emergency access or information request. */
  readonly cause_id: string
  readonly address_id: string
  /** The agency that shared. */
  readonly owner: Owner
  readonly recipient: Organisation
  /** The code of the municipality, when the recipient is one. */
  readonly municipality: string | null
  /** The categories that were actually shared, and for which purposes. */
  readonly categories: readonly DataCategory[]
  readonly purposes: readonly Purpose[]
  readonly created_at: string
  readonly due_on: string
  readonly state: 'OPEN' | 'DONE'
  readonly result: ObligationResult | null
  readonly result_reason: string | null
  readonly fulfilled_by: string | null
  readonly fulfilled_at: string | null
}

/** A cause for which more shared data may be found: the sweep checks until that is impossible. */
export type ObligationCauseRow = Pick<ObligationRow, 'cause' | 'cause_id' | 'address_id'> & {
  readonly at: string
}

export const obligationTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table obligation (id uuid primary key, revision integer not null, cause text not null, cause_id uuid not null,
         address_id text not null references address, owner text not null, recipient text not null, municipality text,
         categories text[] not null, purposes text[] not null, created_at timestamptz not null, due_on date not null,
         state text not null, result text, result_reason text, fulfilled_by text, fulfilled_at timestamptz,
         unique nulls not distinct (cause_id, cause, owner, recipient, municipality),
         check ((state = 'DONE') = (result is not null)))`,
      `create index obligation_due on obligation (due_on, id)`,
      `create index obligation_address on obligation (address_id)`,
      `create table obligation_cause (cause text not null, cause_id uuid not null, address_id text not null, at timestamptz not null,
         primary key (cause_id, cause))`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
