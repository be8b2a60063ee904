import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation, Owner, Purpose, Role } from '../../../../kernel/vocabulary.ts'
import type { NotOpportuneReason, SignalLinkKind, SignalResult } from '../../schema.generated.ts'

/** The tables of signals: the current signal, its steps, and the statistics that outlive it. */

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

/** The recipient of a signal: the other agency, or the municipality of the address on the day of reading. */
export type SignalRecipient = Extract<Organisation, 'IMG' | 'NCG' | 'GEMEENTE'>

/** The current state of a signal. `revision` counts its steps. */
export type SignalRow = {
  readonly id: string
  /** Hash of the occasion and the recipient: the same occasion never makes a second signal. */
  readonly key: string
  readonly revision: number
  readonly kind: SignalKind
  /** The sender: the agency where something happened or has an open file. */
  readonly about: Owner
  readonly recipient: SignalRecipient
  readonly address_id: string
  /** The purpose with which the recipient can query the kind. */
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

/** One step of a signal: who did what, when and why. Append-only. */
export type SignalStepRow = {
  readonly signal_id: string
  readonly revision: number
  /** `MAKE` for the first, which the system takes. */
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
 * The number of signals that came into a state in a month, the days since they were made, and how many were late. The row names no address,
 * and stays when the signals are erased.
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
 * The sort key of a closed signal is seven thousand years after its due date: after all open signals, but still spread by day. With one
 * fixed day, PostgreSQL would expect no rows after a cursor in that part, and sort what it finds.
 */
export const DONE_DAYS = 2_556_750

export const signalTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      // No foreign key to the address: the agencies may send events about an address that is imported later.
      `create table signal (id uuid primary key, key text not null unique, revision integer not null, kind text not null,
         about text not null, recipient text not null, address_id text not null, purpose text not null, state text not null,
         created_at timestamptz not null, due_on date not null, assignee text, team text, links json not null, result text,
         not_opportune text, ended_at timestamptz,
         due_sort date not null generated always as (due_on + case when state in ('CLOSED', 'NOT_OPPORTUNE') then ${DONE_DAYS} else 0 end) stored,
         check ((state in ('CLOSED', 'NOT_OPPORTUNE')) = (ended_at is not null)),
         check ((state = 'CLOSED') = (result is not null)), check ((state = 'NOT_OPPORTUNE') = (not_opportune is not null)))`,
      // Each list has an index for its order: by due date, closed signals last.
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
