import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { appendOnly, createLogTables, type LogTables } from '../../../kernel/records/log/tables.ts'
import type { DataCategory, Organisation, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import {
  type AcuteAgreementRow,
  type AcuteCaseRow,
  type AcuteStepRow,
  acuteTables,
} from '../modules/acute/tables.ts'
import { type MunicipalityRow, municipalityTables, optionalPostcode } from '../modules/addresses/tables.ts'
import { statedColumns } from '../modules/consent/tables.ts'
import {
  type CooperationRow,
  type CooperationStepRow,
  cooperationTables,
  formerOwnerTables,
  type InspectionWish,
  type IntegralPlanRow,
  type JointInspectionRow,
  type TogetherWish,
} from '../modules/cooperation/tables.ts'
import { type EmergencyAccessRow, emergencyTables, releaseColumns } from '../modules/emergency/tables.ts'
import { monitoringTables } from '../modules/monitoring/tables.ts'
import {
  type ObligationCauseRow,
  type ObligationRow,
  obligationTables,
} from '../modules/obligations/tables.ts'
import {
  objectionFigures,
  type PotentialAddressRow,
  type PotentialAreaRow,
  type PotentialCountRow,
  type PotentialDayRow,
  type PotentialMoveRow,
  type PotentialStateRow,
  potentialTables,
} from '../modules/potential/tables.ts'
import {
  type BuddyLinkRow,
  type InformationRequestRow,
  type InformationRequestStepRow,
  requestTables,
} from '../modules/requests/tables.ts'
import { type SubjectAccessRequestRow, subjectAccessTables } from '../modules/resident/tables.ts'
import { type LegalHoldRow, retentionTables } from '../modules/retention/tables.ts'
import {
  type AddressSetMemberRow,
  type AddressSetOutcomeRow,
  type AddressSetTable,
  addressSetNumberTables,
  addressSetTables,
} from '../modules/sets/tables.ts'
import {
  type SignalRow,
  type SignalStatisticRow,
  type SignalStepRow,
  signalTables,
} from '../modules/signals/tables.ts'
import { noticeTables, physicalTables, type RegisterTables, removedTables } from '../register/tables.ts'
import type { ConsentChannel, ConsentParty, ObjectionState } from '../schema.generated.ts'

export type AddressRow = {
  readonly id: string
  readonly street: string
  readonly house_number: number
  readonly house_letter: string | null
  readonly house_number_addition: string | null
  /** `null` for one that has none in the BAG. */
  readonly postcode: string | null
  readonly city: string
}

/** A track in the register: that it is there and how far it is, never what is in the file. */
export type TrackRow = {
  readonly owner: Owner
  readonly reference: string
  readonly address_id: string
  readonly phase: string
  readonly status: string | null
  readonly open: boolean
  /** The day it came there; `null` when the agency does not know. */
  readonly since: string | null
  /** The day it began; absent or `null` as long as no event told it. */
  readonly started_on?: string | null
  /** Whether it counts for the cooperation; only a claim for something else than damage to the building does not. */
  readonly physical?: boolean
  readonly revision: number
  readonly as_of: string
}

/** What residents let us know; the newest revision. Every revision is in `statement_revision`. */
type Statement = {
  readonly id: string
  readonly revision: number
  readonly address_id: string
  readonly evidence: string
  readonly recorded_by: Organisation
  readonly recorded_at: string
}

export type ConsentRow = Statement & {
  readonly state: 'GIVEN' | 'WITHDRAWN' | 'REFUSED'
  readonly given_by: ConsentParty
  readonly owner: Owner
  readonly recipient: Organisation
  readonly purposes: readonly Purpose[]
  readonly categories: readonly DataCategory[]
  readonly channel: ConsentChannel
  readonly notice: string
  readonly valid_from: string
  readonly valid_until: string | null
  /** When the resident said it, which is what counts between a yes and a no; it can be recorded later. */
  readonly stated_at: string
  readonly withdrawn_at: string | null
  /** When the resident said that it ends; `null` as long as it does not, and when it ended without a word of theirs. */
  readonly withdrawal_stated_at: string | null
  readonly withdrawal_reason: string | null
  readonly withdrawal_channel: ConsentChannel | null
  readonly withdrawal_evidence: string | null
  /** The later refusal that withdrew it, when the resident said no to what it opened. */
  readonly refusal_id: string | null
  /** The information request it was asked for; `null` when it holds for everybody who may ask. */
  readonly request_id: string | null
}
/** What the owner wishes; of what was not asked yet it is `null`. */
export type WishRow = Statement & {
  readonly integral_approach: boolean
  readonly inspection: InspectionWish | null
  readonly process: TogetherWish | null
  readonly realisation: TogetherWish | null
  readonly asked_on: string | null
  readonly channel: ConsentChannel
  /** When it ended with the ownership of who said it; what they wished is then gone. */
  readonly ended_at: string | null
}
export type ObjectionRow = Statement & {
  readonly owner: Owner | null
  readonly purposes: readonly Purpose[]
  readonly state: ObjectionState
  readonly channel: ConsentChannel
  readonly received_at: string
  /** The last day for the decision (AVG art. 12(3)). */
  readonly decide_by: string
}

export type Tables = LogTables &
  RegisterTables & {
    address: AddressRow
    address_municipality: { address_id: string; code: string; valid_from: string }
    municipality: MunicipalityRow
    register_track: TrackRow
    potential_address: PotentialAddressRow
    potential_area: PotentialAreaRow
    potential_count: PotentialCountRow
    potential_day: PotentialDayRow
    potential_left_out: { address_id: string }
    potential_move: PotentialMoveRow
    potential_state: PotentialStateRow
    consent: ConsentRow
    wish: WishRow
    objection: ObjectionRow
    information_request: InformationRequestRow
    information_request_step: InformationRequestStepRow
    buddy_link: BuddyLinkRow
    signal: SignalRow
    signal_step: SignalStepRow
    signal_statistic: SignalStatisticRow
    cooperation: CooperationRow
    cooperation_step: CooperationStepRow
    joint_inspection: JointInspectionRow
    integral_plan: IntegralPlanRow
    emergency_access: EmergencyAccessRow
    acute_case: AcuteCaseRow
    acute_step: AcuteStepRow
    acute_agreement: AcuteAgreementRow
    legal_hold: LegalHoldRow
    subject_access_request: SubjectAccessRequestRow
    address_set: AddressSetTable
    address_set_member: AddressSetMemberRow
    address_set_outcome: AddressSetOutcomeRow
    obligation: ObligationRow
    obligation_cause: ObligationCauseRow
    statement_revision: {
      kind: 'consent' | 'wish' | 'objection'
      id: string
      revision: number
      content: string
      recorded_by: string
      recorded_at: string
    }
  }

const STATEMENT = `id uuid primary key, revision integer not null, address_id text not null references address, evidence text not null,
  recorded_by text not null, recorded_at timestamptz not null`

/** The same migrations serve PGlite and PostgreSQL. A migration that has landed is never changed. */
export const migrations: Record<string, Migration> = {
  '2026-11-22-svip': {
    async up(db: Kysely<unknown>) {
      await createLogTables(db, ['svip/access', 'svip/decisions', 'svip/processing'])
      const statements = [
        `create table address (id text primary key, street text not null, house_number integer not null, house_letter text,
           house_number_addition text, postcode text not null, city text not null)`,
        `create index address_postcode on address (postcode, house_number)`,
        // Dated: municipalities merge and split, and the first digits of the id stay those of the old one.
        `create table address_municipality (address_id text not null references address, code text not null, valid_from date not null,
           primary key (address_id, valid_from))`,
        `create table register_track (owner text not null, reference text not null, address_id text not null, phase text not null,
           status text, open boolean not null, since date not null, revision integer not null, as_of timestamptz not null,
           primary key (owner, reference))`,
        `create index register_track_address on register_track (address_id)`,
        `create table consent (${STATEMENT}, state text not null, given_by text not null, owner text not null, recipient text not null,
           purposes text[] not null, categories text[] not null, channel text not null, notice text not null,
           valid_from timestamptz not null, valid_until timestamptz, withdrawn_at timestamptz, withdrawal_reason text,
           withdrawal_channel text, withdrawal_evidence text, refusal_id uuid, request_id uuid,
           check ((state = 'WITHDRAWN') = (withdrawn_at is not null)))`,
        `create index consent_address on consent (address_id)`,
        `create table wish (${STATEMENT}, integral_approach boolean not null, channel text not null)`,
        `create unique index wish_address on wish (address_id)`,
        `create table objection (${STATEMENT}, owner text, purposes text[] not null, state text not null, channel text not null,
           received_at timestamptz not null, decide_by date not null)`,
        `create index objection_address on objection (address_id)`,
        `create index objection_undecided on objection (decide_by, id) where state = 'RECEIVED'`,
        `create table statement_revision (kind text not null, id uuid not null, revision integer not null, content text not null,
           recorded_by text not null, recorded_at timestamptz not null, primary key (kind, id, revision))`,
        appendOnly('statement_revision', { erasable: true }),
      ]
      for (const statement of statements) await sql.raw(statement).execute(db)
    },
  },
  '2026-11-22-svip-2-requests': requestTables,
  '2026-11-22-svip-3-emergency-access': emergencyTables,
  '2026-11-22-svip-5-retention': retentionTables,
  '2026-11-22-svip-4-subject-access': subjectAccessTables,
  '2026-11-22-svip-5-obligations': obligationTables,
  '2026-11-22-svip-6-register-notices': noticeTables,
  '2026-11-22-svip-6b-register-removed': removedTables,
  '2026-11-22-svip-7-signals': signalTables,
  '2026-11-22-svip-8-cooperation': cooperationTables,
  '2026-11-22-svip-8b-acute': acuteTables,
  '2026-11-22-svip-9-potential': potentialTables,
  '2026-11-22-svip-9b-address-sets': addressSetTables,
  '2026-11-22-svip-9c-monitoring': monitoringTables,
  '2026-11-22-svip-9d-wish-of-former-owner': formerOwnerTables,
  '2026-11-30-svip-address-set-number': addressSetNumberTables,
  '2026-11-30-svip-since-of-its-own': {
    async up(db: Kysely<unknown>) {
      await sql`alter table register_track alter column since drop not null`.execute(db)
    },
  },
  '2026-11-30-svip-emergency-release': releaseColumns,
  '2026-11-30-svip-stated-at': statedColumns,
  '2026-11-30-svip-t1-optional-postcode': optionalPostcode,
  '2026-11-30-svip-t2-municipalities': municipalityTables,
  '2026-11-30-svip-t-physical': physicalTables,
  '2026-11-30-svip-u-figures-and-objections': objectionFigures,
}
