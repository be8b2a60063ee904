import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation, Owner, Purpose, Role } from '../../../../kernel/vocabulary.ts'
import type { NotOpportuneReason, SignalLinkKind, SignalResult } from '../../schema.generated.ts'

/** The tables of signals: the signal as it is now, every step it took, and the numbers that outlive it. */

export const SIGNAL_KINDS = [
  'OTHER_TRACK_STARTED',
  'OTHER_TRACK_RUNS',
  'JOINT_INSPECTION_POSSIBLE',
  'REPAIR_CAN_GO_ALONG',
  'STRUCTURAL_DAMAGE_FOUND',
  'STRUCTURAL_DAMAGE_OUTSIDE_STOCK',
  'DAMAGE_FOUND',
  'DAMAGE_FOUND_DURING_WORKS',
  'OTHER_TRACK_COMPLETED',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

export const SIGNAL_STATES = ['NEW', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED', 'NOT_OPPORTUNE'] as const
export type SignalState = (typeof SIGNAL_STATES)[number]

export type SignalLink = { readonly kind: SignalLinkKind; readonly id: string }

/** Who gets a signal: the other agency, or the municipality that the address lies in on the day somebody looks. */
export type SignalRecipient = Extract<Organisation, 'IMG' | 'NCG' | 'GEMEENTE'>

/** A signal as it is now. `revision` counts its steps. */
export type SignalRow = {
  readonly id: string
  /** What it is about and to whom, hashed: the same thing is never told twice. */
  readonly key: string
  readonly revision: number
  readonly kind: SignalKind
  /** The agency at which something happened or runs; the sender. */
  readonly about: Owner
  readonly recipient: SignalRecipient
  readonly address_id: string
  /** The purpose to ask with. */
  readonly purpose: Purpose
  readonly state: SignalState
  readonly created_at: string
  readonly due_on: string
  readonly assignee: string | null
  readonly team: string | null
  readonly links: readonly SignalLink[]
  readonly result: SignalResult | null
  readonly not_opportune: NotOpportuneReason | null
  readonly ended_at: string | null
}

/** One step of a signal: who did what, when and why. Only added to. */
export type SignalStepRow = {
  readonly signal_id: string
  readonly revision: number
  /** `MAKE` for the first, which no person takes. */
  readonly action: string
  readonly from_state: SignalState | null
  readonly to_state: SignalState
  readonly organisation: Organisation
  readonly role: Role | null
  readonly subject: string | null
  readonly at: string
  readonly remarks: string | null
}

/**
 * Numbers per month in which signals came into a state: how many, the days since they were made, and how many came too late.
 * They name no address and stay when the signals go.
 */
export type SignalStatisticRow = {
  /** The first day of the month, in the Netherlands. */
  readonly month: string
  readonly kind: SignalKind
  readonly recipient: SignalRecipient
  readonly state: SignalState
  readonly signals: number
  readonly days: number
  readonly late: number
}

/**
 * What is done sorts seven thousand years later: behind all that is open, and still spread by its day. With one day for all of it
 * PostgreSQL would expect nothing behind a cursor there, and sort what it finds.
 */
export const DONE_DAYS = 2_556_750

export const signalTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      // No reference to the address: the agencies may tell of one that is only imported later.
      `create table signal (id uuid primary key, key text not null unique, revision integer not null, kind text not null,
         about text not null, recipient text not null, address_id text not null, purpose text not null, state text not null,
         created_at timestamptz not null, due_on date not null, assignee text, team text, links json not null, result text,
         not_opportune text, ended_at timestamptz,
         due_sort date not null generated always as (due_on + case when state in ('CLOSED', 'NOT_OPPORTUNE') then ${DONE_DAYS} else 0 end) stored,
         check ((state in ('CLOSED', 'NOT_OPPORTUNE')) = (ended_at is not null)),
         check ((state = 'CLOSED') = (result is not null)), check ((state = 'NOT_OPPORTUNE') = (not_opportune is not null)))`,
      // For each list its own order: overdue first, what is done last.
      `create index signal_due on signal (due_sort, id)`,
      `create index signal_recipient on signal (recipient, due_sort, id)`,
      `create index signal_recipient_state on signal (recipient, state, due_sort, id)`,
      `create index signal_about on signal (about, due_sort, id)`,
      `create index signal_about_state on signal (about, state, due_sort, id)`,
      `create index signal_assignee on signal (recipient, assignee, due_sort, id) where assignee is not null`,
      `create index signal_team on signal (recipient, team, due_sort, id) where team is not null`,
      `create index signal_address on signal (address_id)`,
      `create table signal_step (signal_id uuid not null references signal on delete cascade, revision integer not null,
         action text not null, from_state text, to_state text not null, organisation text not null, role text, subject text,
         at timestamptz not null, remarks text, primary key (signal_id, revision))`,
      `create table signal_statistic (month date not null, kind text not null, recipient text not null, state text not null,
         signals integer not null, days integer not null, late integer not null, primary key (month, kind, recipient, state))`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
