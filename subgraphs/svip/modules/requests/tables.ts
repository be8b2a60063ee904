import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DataCategory, Organisation, Owner, Purpose, Role } from '../../../../kernel/vocabulary.ts'
import type {
  InformationRequestOutcome,
  InformationRequestPlace,
  PriorityDecision,
} from '../../schema.generated.ts'

/** The tables of information requests: the current request, its steps, and the handlers that it linked. */

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

/** The current state of an information request. `revision` counts its steps. */
export type InformationRequestRow = {
  readonly id: string
  /** The number that people use: `SVIP-2026-000123`. */
  readonly number: string
  readonly revision: number
  readonly kind: RequestKind
  readonly address_id: string
  /** The agency whose data are requested. */
  readonly owner: Owner
  readonly purpose: Purpose
  /** The requested categories. */
  readonly categories: readonly DataCategory[]
  /** The requested categories that the assessor found necessary; `null` before the assessment. */
  readonly needed_categories: readonly DataCategory[] | null
  readonly necessity: string
  readonly requester_organisation: Organisation
  readonly requester_municipality: string | null
  readonly requester_subject: string
  readonly requester_team: string | null
  readonly requester_roles: readonly Role[]
  readonly idempotency_key: string
  /** Hash of the submitted values: with the same key, it distinguishes a retry from another request. */
  readonly submission: string
  /** Postcode, house number, street and town, for the search. */
  readonly place_text: string
  readonly state: RequestState
  readonly outcome: InformationRequestOutcome | null
  /** The desk that assesses: that of the requester's own agency; for other requesters that of the agency that does not own the data. */
  readonly assessing_desk: Owner
  /** Who has to act now; `null` once the request has ended. */
  readonly place: InformationRequestPlace | null
  /** The officer who handles it. */
  readonly assignee: string | null
  readonly submitted_at: string
  readonly due_on: string | null
  readonly ended_at: string | null
  /** The AVG test of the assessing desk. */
  readonly assessment: Assessment | null
  /** Everyone who took a step of the assessing desk; they may not answer. */
  readonly assessors: readonly string[]
  readonly consent_form: string | null
  readonly consent_reply: 'ASKED' | 'GIVEN' | 'REFUSED' | null
  /** The categories that the resident was asked about. */
  readonly consent_categories: readonly DataCategory[] | null
  readonly consent_id: string | null
  /** When it was first forwarded to the owner's desk, which sees it from then on. */
  readonly forwarded_at: string | null
  readonly answered_at: string | null
  readonly answered_by: Owner | null
  readonly answerer: string | null
  readonly answer_reason: string | null
  readonly granted_categories: readonly DataCategory[] | null
  /** The granted categories that the answer opens with the resident's consent, and those that it opens for the public task. */
  readonly granted_on_consent: readonly DataCategory[] | null
  readonly granted_on_task: readonly DataCategory[] | null
  readonly granted_from: string | null
  /** The last day, in the Netherlands. */
  readonly granted_until: string | null
  readonly revoked_at: string | null
  readonly follow_up: FollowUp | null
}

/** The questions of the AVG test (beoordelingsformulier). */
export const TEST_QUESTIONS = [
  'purposeFits',
  'necessity',
  'proportionality',
  'subsidiarity',
  'legalBasis',
  'dataMinimised',
] as const
export type TestQuestion = (typeof TEST_QUESTIONS)[number]
export type Assessment = Readonly<Record<TestQuestion, { readonly passes: boolean; readonly reason: string }>>

/** The follow-up of the answer. */
export type FollowUp = {
  readonly remarks: string
  readonly priorityDecision: PriorityDecision | null
  readonly decidedOn: string | null
}

/** One step of a request: who did what, when and why. Append-only. */
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

/** The link between the two handlers of an address (buddysysteem). */
export type BuddyLinkRow = {
  readonly address_id: string
  readonly revision: number
  readonly request_id: string | null
  readonly img_handler: BuddyHandler
  readonly ncg_handler: BuddyHandler
  readonly linked_at: string
  /** When the cooperation of the two handlers ended. */
  readonly ended_at: string | null
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
         address_id text not null references address, owner text not null, purpose text not null, categories text[] not null, needed_categories text[],
         necessity text not null, requester_organisation text not null, requester_municipality text, requester_subject text not null,
         requester_team text, requester_roles text[] not null, idempotency_key text not null, submission text not null, state text not null, outcome text,
         assessing_desk text not null, place text, assignee text, submitted_at timestamptz not null, due_on date, ended_at timestamptz,
         assessment json, assessors text[] not null, consent_form text, consent_reply text, consent_categories text[], consent_id uuid,
         forwarded_at timestamptz, answered_at timestamptz, answered_by text, answerer text, answer_reason text, granted_categories text[], granted_on_consent text[], granted_on_task text[],
         granted_from timestamptz, granted_until date, revoked_at timestamptz, follow_up json,
         place_text text not null,
         due_sort date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
         search tsvector generated always as
           -- Without hyphens, that PostgreSQL takes for minus signs: so that a part of the number is found too.
           (to_tsvector('simple', replace(number || ' ' || place_text || ' ' || necessity, '-', ' '))) stored,
         unique (requester_organisation, requester_subject, idempotency_key))`,
      // Each list has an index for its order: the queue of a place by due date, the requester's own requests and all requests by age.
      `create index information_request_due on information_request (due_sort, id)`,
      `create index information_request_place on information_request (place, due_sort, id) where place is not null`,
      `create index information_request_submitted on information_request (submitted_at, id)`,
      `create index information_request_requester on information_request (requester_organisation, requester_subject, submitted_at, id)`,
      `create index information_request_team on information_request (requester_organisation, requester_team) where requester_team is not null`,
      `create index information_request_municipality on information_request (requester_municipality, submitted_at, id)
         where requester_municipality is not null`,
      `create index information_request_search on information_request using gin (search)`,
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
