import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation, Owner } from '../../../../kernel/vocabulary.ts'
import type { ConsentChannel } from '../../schema.generated.ts'
import type { BuddyHandler, BuddyLinkRow } from '../requests/tables.ts'

/** The tables of the cooperation of two agencies at an address. The resident's wish is in `wish`, with the other statements. */

/** The wishes about inspections: the options of the evaluation's survey, and `APART`. */
export const INSPECTION_WISHES = ['SIMULTANEOUS', 'CONSECUTIVE', 'ONLY_WITHOUT_WAITING', 'APART'] as const
export type InspectionWish = (typeof INSPECTION_WISHES)[number]

/** The wishes about the process and about the realisation. */
export const TOGETHER_WISHES = ['TOGETHER', 'APART'] as const
export type TogetherWish = (typeof TOGETHER_WISHES)[number]

export const INSPECTION_FORMS = ['SIMULTANEOUS', 'CONSECUTIVE', 'WITHIN_TWO_DAYS'] as const
export type InspectionForm = (typeof INSPECTION_FORMS)[number]

export const INSPECTION_STATES = [
  'PROPOSED',
  'ACCEPTED',
  'AGREED',
  'HELD',
  'NOT_HELD',
  'DECLINED',
  'WITHDRAWN',
] as const
export type InspectionState = (typeof INSPECTION_STATES)[number]

export const PLAN_STATES = ['PROPOSED', 'AGREED', 'CARRIED_OUT', 'STOPPED', 'DECLINED', 'WITHDRAWN'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** The columns that both kinds of agreement have. */
type Agreement = {
  readonly id: string
  readonly address_id: string
  readonly revision: number
  readonly proposed_by: Owner
  /** The employee who proposed it, and who may not accept it for the other side. */
  readonly proposer: string
  readonly proposed_at: string
  readonly accepted_at: string | null
  /** Why it was declined, withdrawn, stopped or not held. */
  readonly ended_reason: string | null
  readonly ended_at: string | null
}

export type JointInspectionRow = Agreement & {
  readonly state: InspectionState
  readonly form: InspectionForm
  readonly img_on: string
  readonly ncg_on: string
  /** The planned dates of the separate inspections; `null` when unknown. */
  readonly img_planned_on: string | null
  readonly ncg_planned_on: string | null
  /** The sides that confirmed a delay beyond the maximum. */
  readonly delay_confirmed: readonly Owner[]
  readonly resident_agreed_on: string | null
  readonly resident_channel: ConsentChannel | null
  readonly resident_evidence: string | null
  readonly held_on: string | null
}

export type IntegralPlanRow = Agreement & {
  readonly state: PlanState
  /** The repair that is done together with the strengthening. */
  readonly repair: string
  readonly works_from: string | null
  readonly carried_out_on: string | null
}

/** The file of an address, with the single coordinator. */
export type CooperationRow = {
  readonly address_id: string
  readonly changed_at: string
  readonly coordinator: Coordinator | null
  /** The number of changes of the coordinator. */
  readonly coordinator_revision: number
}
export type Coordinator = BuddyHandler & { readonly organisation: Owner; readonly since: string }

export const STEP_KINDS = ['BUDDY_LINK', 'COORDINATOR', 'JOINT_INSPECTION', 'INTEGRAL_PLAN'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One change in the file: who, what, when, why, and the result. Append-only. */
export type CooperationStepRow = {
  readonly address_id: string
  readonly kind: StepKind
  /** The id of the joint inspection or plan; otherwise that of the address. */
  readonly subject_id: string
  readonly revision: number
  readonly action: string
  readonly state: string | null
  readonly organisation: Organisation | null
  readonly subject: string | null
  readonly at: string
  readonly reason: string | null
  readonly content: HandlersOfStep | null
}
/** The handlers or the coordinator since this step. */
export type HandlersOfStep =
  | Pick<BuddyLinkRow, 'img_handler' | 'ncg_handler'>
  | { readonly coordinator: Coordinator }

const AGREEMENT = `id uuid primary key, address_id text not null references cooperation on delete cascade, revision integer not null,
  state text not null, proposed_by text not null, proposer text not null, proposed_at timestamptz not null, accepted_at timestamptz,
  ended_reason text, ended_at timestamptz`

/** Ends the wishes of former owners: the wish of an owner who left is not that of the next one. */
export const formerOwnerTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `alter table wish add column ended_at timestamptz`,
      // An earlier version recorded a change of owner as a revision that only cleared the wish for an integral approach.
      `update wish set ended_at = recorded_at, inspection = null, process = null, realisation = null
         where exists (select from statement_revision v where v.kind = 'wish' and v.id = wish.id and v.revision = wish.revision
           and v.recorded_by like '%:ownership-change')`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

export const cooperationTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table cooperation (address_id text primary key references address, changed_at timestamptz not null, coordinator json,
         coordinator_revision integer not null default 0)`,
      `create table joint_inspection (${AGREEMENT}, form text not null, img_on date not null, ncg_on date not null,
         img_planned_on date, ncg_planned_on date, delay_confirmed text[] not null, resident_agreed_on date, resident_channel text,
         resident_evidence text, held_on date, check ((ended_at is null) = (state in ('PROPOSED', 'ACCEPTED', 'AGREED'))))`,
      `create index joint_inspection_address on joint_inspection (address_id)`,
      // One open proposal at a time: with two it would be unclear which one the resident is asked about.
      `create unique index joint_inspection_open on joint_inspection (address_id) where ended_at is null`,
      `create table integral_plan (${AGREEMENT}, repair text not null, works_from date, carried_out_on date,
         check ((ended_at is null) = (state in ('PROPOSED', 'AGREED'))))`,
      `create index integral_plan_address on integral_plan (address_id)`,
      `create unique index integral_plan_open on integral_plan (address_id) where ended_at is null`,
      `create table cooperation_step (address_id text not null references cooperation on delete cascade, kind text not null,
         subject_id text not null, revision integer not null, action text not null, state text, organisation text, subject text,
         at timestamptz not null, reason text, content json, primary key (kind, subject_id, revision))`,
      `create index cooperation_step_address on cooperation_step (address_id)`,
      `alter table buddy_link add column ended_at timestamptz`,
      `alter table wish add column inspection text, add column process text, add column realisation text, add column asked_on date`,
      // For existing links, the history begins with the link as it is.
      `insert into cooperation (address_id, changed_at) select address_id, linked_at from buddy_link`,
      `insert into cooperation_step
         select b.address_id, 'BUDDY_LINK', b.address_id, b.revision, 'LINK', 'LINKED', s.organisation, s.subject, b.linked_at, null,
           json_build_object('img_handler', b.img_handler, 'ncg_handler', b.ncg_handler)
         from buddy_link b left join lateral (
           select organisation, subject from information_request_step s
           where s.request_id = b.request_id and s.action = 'RECORD_FOLLOW_UP' order by s.revision desc limit 1) s on true`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
