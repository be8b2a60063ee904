import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation } from '../../../../kernel/vocabulary.ts'
import type {
  AcuteCaseState,
  AcuteNominationOutcome,
  AcuteNominationRoad,
  MeetingParty,
} from '../../schema.generated.ts'

/** Acutely unsafe situations (acuut onveilige situatie, AOS): the case, its steps, and the agreements of the meeting. */

export type AcuteCaseRow = {
  readonly id: string
  readonly address_id: string
  readonly revision: number
  readonly state: AcuteCaseState
  /** The reference of the damage claim at IMG; `null` when the report had none. */
  readonly reference: string | null
  readonly description: string | null
  readonly reported_at: string
  /** The deadline, counted from the report. */
  readonly safe_by: string
  readonly made_safe_at: string | null
  readonly nominated_at: string | null
  readonly nomination_reason: string | null
  readonly nomination_outcome: AcuteNominationOutcome | null
  readonly nomination_road: AcuteNominationRoad | null
  readonly nomination_answered_at: string | null
  readonly nomination_answer: string | null
  readonly aftercare: string | null
  readonly closed_at: string | null
}

export type AcuteStepRow = {
  readonly case_id: string
  readonly revision: number
  readonly action: string
  readonly state: AcuteCaseState
  readonly organisation: Organisation
  /** `null` for a notice of an agency. */
  readonly subject: string | null
  readonly at: string
  readonly reason: string | null
}

/** An agreement: who does what by when. */
export type AcuteAgreementRow = {
  readonly id: string
  readonly case_id: string
  readonly revision: number
  readonly met_on: string
  readonly what: string
  readonly responsible: MeetingParty
  readonly due_on: string
  readonly done_on: string | null
  readonly remarks: string | null
  readonly recorded_by: Organisation
  readonly recorded_at: string
}

export const acuteTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      // No foreign key to the address: an agency may know an address before the SVIP does.
      `create table acute_case (id uuid primary key, address_id text not null, revision integer not null, state text not null,
         reference text, description text, reported_at timestamptz not null, safe_by timestamptz not null, made_safe_at timestamptz,
         nominated_at timestamptz, nomination_reason text, nomination_outcome text, nomination_road text,
         nomination_answered_at timestamptz, nomination_answer text, aftercare text, closed_at timestamptz,
         check ((closed_at is null) = (state <> 'CLOSED')))`,
      `create index acute_case_address on acute_case (address_id)`,
      // One open case per building: a second report at an address is about that case.
      `create unique index acute_case_open on acute_case (address_id) where closed_at is null`,
      `create index acute_case_meeting on acute_case (reported_at, id) where closed_at is null`,
      `create table acute_step (case_id uuid not null references acute_case on delete cascade, revision integer not null,
         action text not null, state text not null, organisation text not null, subject text, at timestamptz not null, reason text,
         primary key (case_id, revision))`,
      `create table acute_agreement (id uuid primary key, case_id uuid not null references acute_case on delete cascade,
         revision integer not null, met_on date not null, what text not null, responsible text not null, due_on date not null,
         done_on date, remarks text, recorded_by text not null, recorded_at timestamptz not null)`,
      `create index acute_agreement_case on acute_agreement (case_id)`,
      // Makes cases of earlier reports of IMG that are not known to be safe.
      `insert into acute_case (id, address_id, revision, state, reference, reported_at, safe_by)
         select gen_random_uuid(), n.address_id, 1, 'REPORTED', n.reference, n.occurred_at, n.occurred_at + interval '48 hours'
         from (select distinct on (address_id) * from register_notice where kind = 'ACUTE_SAFETY_REPORTED'
               order by address_id, occurred_at desc) n
         where not exists (select from register_notice s where s.kind = 'ACUTE_SAFETY_MADE_SAFE' and s.address_id = n.address_id
           and s.occurred_at >= n.occurred_at)`,
      `insert into acute_step select id, 1, 'REPORT', 'REPORTED', 'IMG', null, reported_at, null from acute_case`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
