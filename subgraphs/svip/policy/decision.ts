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

/** One question: may this caller see this owner's data of this address, for this purpose, at this moment? */
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
  /** `false` for a claim that has nothing to do with the building: it makes no concurrence. */
  readonly physical?: boolean
}

export type ConsentFact = {
  readonly id: string
  readonly revision: number
  /** A refusal opens nothing; it says that the question was put and answered. */
  readonly state: 'GIVEN' | 'WITHDRAWN' | 'REFUSED'
  /** Whose data may be shared: this gives the direction. */
  readonly owner: Owner
  /** Who may receive it; `SVIP` stands for the intervention team. */
  readonly recipient: Organisation
  readonly purposes: readonly Purpose[]
  readonly categories: readonly DataCategory[]
  /** An instant (included) or a calendar day in Europe/Amsterdam. */
  readonly validFrom: string
  /** An instant (excluded) or a calendar day (included); null: until withdrawn. */
  readonly validUntil: string | null
  /** The information request it was given for: it opens nothing but through that one. Absent: given for everybody who may ask. */
  readonly requestId?: string | null
}

/**
 * An objection under AVG art. 21. An upheld one ends sharing on the public task; one that still waits for its decision
 * restricts it (AVG art. 18(1)(d)).
 */
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

/** An information request that was granted: it opens exactly this, for exactly these people. */
export type RequestFact = {
  readonly id: string
  readonly revision: number
  /** Whether the answer still stands; a revoked one opens nothing. */
  readonly state: 'RELEASED' | 'REVOKED'
  readonly owner: Owner
  /** Who asked, and with the same team of the same organisation whoever works with them. */
  readonly recipient: Organisation
  readonly subject: string
  readonly team: string | null
  readonly purpose: Purpose
  readonly categories: readonly DataCategory[]
  /** What the answer rests on: the resident's consent, or a need for the public task that both desks found in this very case. */
  readonly basis: 'CONSENT' | 'PUBLIC_TASK'
  /** An instant (included). */
  readonly validFrom: string
  /** An instant (excluded) or a calendar day (included). */
  readonly validUntil: string
}

/** A safety officer broke the glass: access in vital interest, for one person and a short time. */
export type EmergencyFact = {
  readonly id: string
  readonly revision: number
  readonly owner: Owner
  readonly recipient: Organisation
  readonly subject: string
  readonly categories: readonly DataCategory[]
  readonly validFrom: string
  /** An instant (excluded); earlier than it was given when a review ended it. */
  readonly validUntil: string
}

/**
 * What is known about the address at the instant of the request. The order of a list means nothing.
 * A later kind of fact is added as an optional field, so that stored facts keep replaying to the same decision.
 */
export type Facts = {
  readonly tracks: readonly TrackFact[]
  readonly consents: readonly ConsentFact[]
  readonly objections: readonly ObjectionFact[]
  readonly wish: WishFact | null
  readonly requests?: readonly RequestFact[]
  readonly emergencies?: readonly EmergencyFact[]
}

/** A fact a decision looked at. The id of a track is `owner:reference`. */
export type UsedFact = {
  readonly kind: 'TRACK' | 'CONSENT' | 'OBJECTION' | 'WISH' | 'REQUEST' | 'EMERGENCY'
  readonly id: string
  readonly revision: number
}

/** The answer, complete enough to be recorded, explained and replayed. */
export type Decision = {
  readonly outcome: AccessOutcome
  /** `PERMITTED`, or why the request, or for `PARTIAL` the rest of it, is refused. */
  readonly reason: AccessReason
  /** Null when none was named, or not one that exists. */
  readonly purpose: Purpose | null
  readonly legalBases: readonly LegalBasis[]
  readonly categories: readonly DataCategory[]
  /** What the purpose could give to this caller and is not given now. */
  readonly withheld: readonly DataCategory[]
  /** Ids of the rules that gave something. */
  readonly rules: readonly string[]
  readonly policyVersion: string | null
  /** For the log, not for the caller: it names tracks of the side that may be refused. */
  readonly facts: readonly UsedFact[]
  /** Plain Dutch for the caller. Texts may improve: a replay compares everything but this. */
  readonly explanation: string
}
