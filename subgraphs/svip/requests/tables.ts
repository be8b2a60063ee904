import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DataCategory, Organisation, Owner, Purpose, Role } from '../../../kernel/vocabulary.ts'

/** The tables of information requests: the request as it is now, every step it took, and the handlers it linked. */

export const REQUEST_KINDS = ['STATUS_EXCHANGE', 'LINK_HANDLERS', 'ACCELERATION', 'OTHER'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_STATES = [
  'SUBMITTED',
  'RETURNED',
  'ASSESSED',
  'AWAITING_CONSENT',
  'FORWARDED',
  'ANSWERED',
  'FOLLOWED_UP',
  'CLOSED',
  'WITHDRAWN',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const REQUEST_OUTCOMES = ['GRANTED', 'PARTLY_GRANTED', 'REFUSED'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** Where a request lies: at a desk, or with who asked. */
export type RequestPlace = Owner | 'REQUESTER'

/** An information request as it is now. `revision` counts its steps. */
export type InformationRequestRow = {
  readonly id: string
  /** For people: `SVIP-2026-000123`. */
  readonly number: string
  readonly revision: number
  readonly kind: RequestKind
  readonly address_id: string
  /** The agency whose data is asked for. */
  readonly owner: Owner
  readonly purpose: Purpose
  readonly categories: readonly DataCategory[]
  readonly necessity: string
  readonly requester_organisation: Organisation
  readonly requester_municipality: string | null
  readonly requester_subject: string
  readonly requester_team: string | null
  readonly requester_roles: readonly Role[]
  readonly idempotency_key: string
  readonly state: RequestState
  readonly outcome: RequestOutcome | null
  /** The desk that assesses: that of the requester's own agency, for others that of the agency that is not asked. */
  readonly assessing_desk: Owner
  /** Where it lies now; `null` once it is done. */
  readonly place: RequestPlace | null
  /** The officer who has taken it up. */
  readonly assignee: string | null
  readonly submitted_at: string
  readonly due_on: string | null
  readonly ended_at: string | null
  /** The AVG test of the assessing desk. */
  readonly assessment: Readonly<Record<string, unknown>> | null
  /** Everybody who assessed or forwarded it: they may not answer it. */
  readonly assessors: readonly string[]
  readonly consent_form: string | null
  readonly consent_reply: 'ASKED' | 'GIVEN' | 'REFUSED' | null
  readonly consent_id: string | null
  readonly answered_at: string | null
  readonly answered_by: Owner | null
  readonly answerer: string | null
  readonly answer_reason: string | null
  readonly granted_categories: readonly DataCategory[] | null
  readonly granted_basis: 'CONSENT' | 'PUBLIC_TASK' | null
  readonly granted_from: string | null
  readonly granted_until: string | null
  readonly revoked_at: string | null
  readonly follow_up: Readonly<Record<string, unknown>> | null
}

/** One step of a request: who did what, when and why. Only added to. */
export type InformationRequestStepRow = {
  readonly request_id: string
  readonly revision: number
  readonly action: string
  readonly from_state: RequestState | null
  readonly to_state: RequestState
  readonly organisation: Organisation
  readonly role: Role
  readonly subject: string
  readonly at: string
  readonly reason: string | null
}

/** The two handlers of an address who know each other (buddysysteem). */
export type BuddyLinkRow = {
  readonly address_id: string
  readonly revision: number
  readonly request_id: string | null
  readonly img_handler: BuddyHandler
  readonly ncg_handler: BuddyHandler
  readonly linked_at: string
}
export type BuddyHandler = {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

export const requestTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create sequence information_request_number`,
      `create table information_request (id uuid primary key, number text not null unique, revision integer not null, kind text not null,
         address_id text not null references address, owner text not null, purpose text not null, categories text[] not null,
         necessity text not null, requester_organisation text not null, requester_municipality text, requester_subject text not null,
         requester_team text, requester_roles text[] not null, idempotency_key text not null, state text not null, outcome text,
         assessing_desk text not null, place text, assignee text, submitted_at timestamptz not null, due_on date, ended_at timestamptz,
         assessment json, assessors text[] not null, consent_form text, consent_reply text, consent_id uuid,
         answered_at timestamptz, answered_by text, answerer text, answer_reason text, granted_categories text[], granted_basis text,
         granted_from timestamptz, granted_until timestamptz, revoked_at timestamptz, follow_up json,
         unique (requester_organisation, requester_subject, idempotency_key))`,
      `create index information_request_address on information_request (address_id)`,
      `create table information_request_step (request_id uuid not null references information_request on delete cascade,
         revision integer not null, action text not null, from_state text, to_state text not null, organisation text not null,
         role text not null, subject text not null, at timestamptz not null, reason text, primary key (request_id, revision))`,
      `create table buddy_link (address_id text primary key references address, revision integer not null, request_id uuid,
         img_handler json not null, ncg_handler json not null, linked_at timestamptz not null)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
