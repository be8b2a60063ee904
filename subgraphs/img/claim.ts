import { z } from 'zod'
import { faulty, namesOr } from '../../kernel/runtime/settings.ts'
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
import type { DamageClaimFilter, DamageKind, DamagePhase, DamageStatus, Urgency } from './schema.generated.ts'

/** A damage claim, and the events about it; its transitions are in advance.ts. */

export const DAMAGE_KINDS = ['PHYSICAL', 'VALUE_LOSS', 'IMMATERIAL'] as const satisfies readonly DamageKind[]
export const DAMAGE_PHASES = [
  'REPORTED',
  'INSPECTION',
  'ASSESSMENT',
  'DECISION',
  'EXECUTION',
  'COMPLETION',
] as const satisfies readonly DamagePhase[]
export const URGENCIES = ['NORMAL', 'PRIORITY'] as const satisfies readonly Urgency[]

/** Figure 2 of the evaluation of 2021 has the first four phases, under other names. */
const STATUS_OF_PHASE = {
  REPORTED: 'PREPARATION',
  INSPECTION: 'INSPECTION',
  ASSESSMENT: 'VIEWS',
  DECISION: 'DECISION',
  EXECUTION: null,
  COMPLETION: null,
} as const satisfies Record<DamagePhase, DamageStatus | null>

export const statusOf = (phase: DamagePhase) => STATUS_OF_PHASE[phase]

/** A claim in the database; dates are `YYYY-MM-DD`, moments ISO 8601 in UTC, amounts euro cents. */
export type DamageClaim = FileRow &
  HandlerColumns &
  InspectionColumns & {
    readonly kind: DamageKind
    readonly phase: DamagePhase
    readonly registered_at: string
    readonly closed_at: string | null
    /** The day since which it is in its phase; `null` when an import did not have it. */
    readonly phase_since: string | null
    readonly urgency: Urgency
    readonly report_delivered_on: string | null
    readonly report_summary: string | null
    readonly structural_damage: boolean | null
    readonly award_decided_on: string | null
    readonly award_amount_cents: number | null
    readonly award_paid_on: string | null
    readonly acute_reported_at: string | null
    readonly acute_made_safe_at: string | null
    readonly acute_description: string | null
    readonly circumstances: string | null
    /** Damage to the structure, found before the report or separately from it. */
    readonly structural_found_on: string | null
    readonly structural_description: string | null
    readonly ownership_changed_on: string | null
  }

/** A claim as a complete GraphQL object; `minimise` removes what the caller may not see. */
export function toGraphql(claim: DamageClaim) {
  return {
    id: claim.id,
    address: { __typename: 'Address', id: claim.address_id },
    reference: claim.reference,
    kind: claim.kind,
    phase: claim.phase,
    status: statusOf(claim.phase),
    registeredAt: claim.registered_at,
    closedAt: claim.closed_at,
    handler: toHandler(claim),
    inspection: toInspection(claim),
    urgency: claim.urgency,
    report: unlessEmpty({
      deliveredOn: claim.report_delivered_on,
      summary: claim.report_summary,
      structuralDamage: claim.structural_damage,
    }),
    acutelyUnsafe: claim.acute_reported_at !== null && claim.acute_made_safe_at === null,
    acuteSafety: unlessEmpty({
      reportedAt: claim.acute_reported_at,
      madeSafeAt: claim.acute_made_safe_at,
      description: claim.acute_description,
    }),
    structuralDamage: unlessEmpty({
      foundOn: claim.structural_found_on,
      description: claim.structural_description,
    }),
    award: unlessEmpty({
      decidedOn: claim.award_decided_on,
      amountCents: claim.award_amount_cents,
      paidOn: claim.award_paid_on,
    }),
    circumstances: claim.circumstances,
    ownershipChangedOn: claim.ownership_changed_on,
    revision: claim.revision,
  }
}

export type ClaimFile = ReturnType<typeof toGraphql>

/** Damage to the building itself: the kind that concerns strengthening. */
export const PHYSICAL_KINDS: readonly DamageKind[] = ['PHYSICAL']

export const claimSettings = z.object({
  PHYSICAL_DAMAGE_KINDS: namesOr(PHYSICAL_KINDS.join()).transform((names, context) => {
    const known = DAMAGE_KINDS.filter((kind) => names.includes(kind))
    const unknown = names.filter((name) => !DAMAGE_KINDS.some((kind) => kind === name))
    if (unknown.length === 0 && known.length > 0) return known
    return faulty(
      context,
      `PHYSICAL_DAMAGE_KINDS must name one or more of ${DAMAGE_KINDS.join(', ')}${unknown.length > 0 ? `; there is no ${unknown.join(', ')}` : ''}`,
    )
  }),
})

/**
 * The event about a change: that there is a claim, its phase and whether it counts for the cooperation, without contents.
 * @param physicalKinds the kinds of damage that count.
 */
export function toEvent(
  claim: DamageClaim,
  occurredAt: string,
  physicalKinds: readonly DamageKind[] = PHYSICAL_KINDS,
): TrackEvent {
  const moment = claim.revision === 1 ? 'registered' : claim.phase === 'COMPLETION' ? 'closed' : 'advanced'
  return {
    type: `nl.img.damage-claim.${moment}`,
    addressId: claim.address_id,
    occurredAt,
    data: {
      reference: claim.reference,
      phase: claim.phase,
      status: statusOf(claim.phase),
      open: claim.phase !== 'COMPLETION',
      since: claim.phase_since,
      startedOn: claim.registered_at,
      revision: claim.revision,
      physical: physicalKinds.includes(claim.kind),
    },
  }
}

/** The notices of a claim: what happened and when. */
export function toNotices(claim: DamageClaim): readonly FileNotice[] {
  const structural = claim.structural_found_on ?? (claim.structural_damage ? claim.report_delivered_on : null)
  return [
    ...noticesOn('nl.img.acute-safety.reported', claim.acute_reported_at),
    ...noticesOn('nl.img.acute-safety.made-safe', claim.acute_made_safe_at),
    ...noticesOn('nl.img.structural-damage.found', structural),
    ...noticesOn('nl.img.ownership.changed', claim.ownership_changed_on),
  ]
}

/** The context of a request to this subgraph. */
export type ClaimContext = OwnerContext<DamageClaim, ClaimFile, DamageClaimFilter>
