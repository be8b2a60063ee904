import {
  type HandlerColumns,
  type InspectionColumns,
  toHandler,
  toInspection,
  unlessEmpty,
} from '../agency/columns.ts'
import type { OwnerContext } from '../agency/context.ts'
import type { FileNotice, FileRow } from '../agency/file-table.ts'
import { noticesOn } from '../agency/notices.ts'
import type { TrackEvent } from '../agency/outbox/outbox.ts'
import type {
  FindingMoment,
  RiskProfile,
  StrengtheningMeasureInput,
  StrengtheningPhase,
  StrengtheningProgramme,
  StrengtheningProjectFilter,
  StrengtheningStatus,
} from './schema.generated.ts'

/** A strengthening project, and the events about it; its transitions are in advance.ts. */

export const PROGRAMMES = [
  'KOPLOPER',
  'BOUWIMPULS',
  'SPECIAL_SITUATIONS',
  'TYPOLOGY',
  'BATCH',
  'REGULAR',
] as const satisfies readonly StrengtheningProgramme[]
export const RISK_PROFILES = ['RAISED', 'SLIGHTLY_RAISED', 'NORMAL'] as const satisfies readonly RiskProfile[]
/** In the order in which a project goes through them. */
export const STRENGTHENING_STATUSES = [
  'S1_2',
  'S2_1',
  'S3_1',
  'S4_1',
  'S4_2',
  'S5_1',
  'S5_2',
] as const satisfies readonly StrengtheningStatus[]

const PHASE_OF_STATUS = {
  S1_2: 'SCOPE',
  S2_1: 'INSPECTION',
  S3_1: 'ASSESSMENT',
  S4_1: 'PLANNING',
  S4_2: 'PLANNING',
  S5_1: 'EXECUTION',
  S5_2: 'EXECUTION',
} as const satisfies Record<StrengtheningStatus, StrengtheningPhase>

/** The phase of a status; a project without a status is completed. */
export const phaseOf = (status: StrengtheningStatus | null) =>
  status === null ? 'COMPLETION' : PHASE_OF_STATUS[status]

export const FINDING_MOMENTS = ['INSPECTION', 'WORKS'] as const satisfies readonly FindingMoment[]
/** Damage that NCG or its contractor came upon, and that is for IMG to settle. */
export type FoundDamage = {
  readonly foundOn: string
  readonly moment: FindingMoment
  readonly description: string
}

/** A project as it is stored; dates are `YYYY-MM-DD`, amounts euro cents. */
export type StrengtheningProject = FileRow &
  HandlerColumns &
  InspectionColumns & {
    readonly programme: StrengtheningProgramme
    /** `null` once the project is completed. */
    readonly status: StrengtheningStatus | null
    /** The day since which it is in its status, or of its completion; `null` when an import did not have it. */
    readonly status_since: string | null
    readonly started_at: string
    readonly completed_at: string | null
    readonly risk_profile: RiskProfile | null
    readonly advice_delivered_on: string | null
    readonly advice_summary: string | null
    readonly meets_standard: boolean | null
    readonly measures: readonly StrengtheningMeasureInput[]
    readonly estimated_cost_cents: number | null
    readonly contractor: string | null
    readonly contract_signed_on: string | null
    readonly circumstances: string | null
    readonly found_damage: readonly FoundDamage[]
    readonly ownership_changed_on: string | null
  }

/** A project as a complete GraphQL object; `minimise` removes what the caller may not see. */
export function toGraphql(project: StrengtheningProject) {
  return {
    id: project.id,
    address: { __typename: 'Address', id: project.address_id },
    reference: project.reference,
    programme: project.programme,
    status: project.status,
    phase: phaseOf(project.status),
    startedAt: project.started_at,
    completedAt: project.completed_at,
    handler: toHandler(project),
    inspection: toInspection(project),
    contract: unlessEmpty({ contractor: project.contractor, signedOn: project.contract_signed_on }),
    contractSigned: project.contract_signed_on !== null,
    advice: unlessEmpty({
      deliveredOn: project.advice_delivered_on,
      summary: project.advice_summary,
      meetsStandard: project.meets_standard,
    }),
    measures: project.measures,
    foundDamage: project.found_damage,
    riskProfile: project.risk_profile,
    estimatedCostCents: project.estimated_cost_cents,
    circumstances: project.circumstances,
    ownershipChangedOn: project.ownership_changed_on,
    revision: project.revision,
  }
}

export type ProjectFile = ReturnType<typeof toGraphql>

/** The event about a change: that there is a project and its phase, without contents. */
export function toEvent(project: StrengtheningProject, occurredAt: string): TrackEvent {
  const open = project.status !== null
  const moment = project.revision === 1 ? 'registered' : open ? 'advanced' : 'completed'
  return {
    type: `nl.ncg.strengthening-project.${moment}`,
    addressId: project.address_id,
    occurredAt,
    data: {
      reference: project.reference,
      phase: phaseOf(project.status),
      status: project.status,
      open,
      since: project.status_since,
      startedOn: project.started_at,
      revision: project.revision,
    },
  }
}

const FOUND = {
  INSPECTION: 'nl.ncg.damage.found',
  WORKS: 'nl.ncg.damage.found-during-works',
} as const satisfies Record<FoundDamage['moment'], string>

/** The notices of a project: what happened and when. */
export const toNotices = (project: StrengtheningProject): readonly FileNotice[] => [
  ...project.found_damage.flatMap(({ moment, foundOn }) => noticesOn(FOUND[moment], foundOn)),
  ...noticesOn('nl.ncg.ownership.changed', project.ownership_changed_on),
]

/** The context of a request to this subgraph. */
export type ProjectContext = OwnerContext<StrengtheningProject, ProjectFile, StrengtheningProjectFilter>
