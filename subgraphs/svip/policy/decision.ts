import type {
  AccessOutcome,
  AccessReason,
  Caller,
  DataCategory,
  LegalBasis,
  Organisation,
  Owner,
  Purpose,
} from '../../../kernel/vocabulary.ts'

/** The question of a decision: may this caller see this owner's data of this address, for this purpose, at this moment? */
export type AccessRequest = {
  readonly caller: Pick<Caller, 'subject' | 'organisation' | 'roles' | 'municipality' | 'team'>
  readonly owner: Owner
  readonly addressId: string
  /** Municipality of the address on that day; null when the address is unknown. */
  readonly addressMunicipality: string | null
  readonly purpose: Purpose | null
  /** ISO 8601 with an offset or `Z`. */
  readonly instant: string
}

/** A damage claim or strengthening project, open or closed. */
export type TrackFact = {
  readonly owner: Owner
  readonly reference: string
  readonly open: boolean
  readonly revision: number
  /** `false` for a claim that does not concern the building: it makes no concurrence. */
  readonly physical?: boolean
}

export type ConsentFact = {
  readonly id: string
  readonly revision: number
  /** A refusal opens nothing; it records that the resident was asked and said no. */
  readonly state: 'GIVEN' | 'WITHDRAWN' | 'REFUSED'
  /** Whose data may be shared. */
  readonly owner: Owner
  /** The recipient; `SVIP` stands for the intervention team. */
  readonly recipient: Organisation
  readonly purposes: readonly Purpose[]
  readonly categories: readonly DataCategory[]
  /** An instant (included) or a calendar day in Europe/Amsterdam. */
  readonly validFrom: string
  /** An instant (excluded) or a calendar day (included); null: until withdrawn. */
  readonly validUntil: string | null
  /** The information request that the consent is for: it opens data only through that request. Absent: for all permitted callers. */
  readonly requestId?: string | null
}

/** An objection under AVG art. 21. An upheld one ends sharing on the public task; an undecided one restricts it (AVG art. 18(1)(d)). */
export type ObjectionFact = {
  readonly id: string
  readonly revision: number
  /** Null: against sharing by both agencies. */
  readonly owner: Owner | null
  /** Empty: against every purpose. */
  readonly purposes: readonly Purpose[]
  readonly state: 'RECEIVED' | 'UPHELD' | 'REJECTED' | 'ENDED'
}

export type WishFact = { readonly id: string; readonly revision: number; readonly integralApproach: boolean }

/** A granted information request: it opens these categories, for these people. */
export type RequestFact = {
  readonly id: string
  readonly revision: number
  /** Whether the grant still stands; a revoked one opens nothing. */
  readonly state: 'RELEASED' | 'REVOKED'
  readonly owner: Owner
  /** The requester, and through the team of the same organisation their colleagues. */
  readonly recipient: Organisation
  readonly subject: string
  readonly team: string | null
  readonly purpose: Purpose
  readonly categories: readonly DataCategory[]
  /** The basis: the resident's consent, or a need for the public task that both desks established for this case. */
  readonly basis: 'CONSENT' | 'PUBLIC_TASK'
  /** An instant (included). */
  readonly validFrom: string
  /** An instant (excluded) or a calendar day (included). */
  readonly validUntil: string
}

/** Emergency access ("break glass") of a safety officer: access in vital interest, for one person and a short time. */
export type EmergencyFact = {
  readonly id: string
  readonly revision: number
  readonly owner: Owner
  readonly recipient: Organisation
  readonly subject: string
  readonly categories: readonly DataCategory[]
  readonly validFrom: string
  /** An instant (excluded); a review may have moved it forward. */
  readonly validUntil: string
}

/**
 * The facts about the address at the instant of the request. The order of lists has no meaning. A new kind of fact is added as an optional
 * field, so that stored facts keep replaying to the same decision.
 */
export type Facts = {
  readonly tracks: readonly TrackFact[]
  readonly consents: readonly ConsentFact[]
  readonly objections: readonly ObjectionFact[]
  readonly wish: WishFact | null
  readonly requests?: readonly RequestFact[]
  readonly emergencies?: readonly EmergencyFact[]
}

/** A fact that a decision used. The id of a track is `owner:reference`. */
export type UsedFact = {
  readonly kind: 'TRACK' | 'CONSENT' | 'OBJECTION' | 'WISH' | 'REQUEST' | 'EMERGENCY'
  readonly id: string
  readonly revision: number
}

/** The answer, complete enough to be recorded, explained and replayed. */
export type Decision = {
  readonly outcome: AccessOutcome
  /** `PERMITTED`, or why the request is refused, or for `PARTIAL` the rest of it. */
  readonly reason: AccessReason
  /** Null when the purpose is missing or unknown. */
  readonly purpose: Purpose | null
  readonly legalBases: readonly LegalBasis[]
  readonly categories: readonly DataCategory[]
  /** The categories that the purpose can give to this caller, but that are withheld now. */
  readonly withheld: readonly DataCategory[]
  /** Ids of the rules that gave something. */
  readonly rules: readonly string[]
  readonly policyVersion: string | null
  /** For the log only: it names tracks of a side that the caller may not know of. */
  readonly facts: readonly UsedFact[]
  /** Plain Dutch for the caller. A replay does not compare it, because texts may be improved. */
  readonly explanation: string
}
