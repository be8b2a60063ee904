import type {
  DataCategory,
  LegalBasis,
  Organisation,
  Owner,
  Purpose,
  Role,
} from '../../../kernel/vocabulary.ts'

export const CONDITIONS = ['CONCURRENCE', 'INTEGRAL_WISH', 'GRANTED_REQUEST'] as const
/**
 * The conditions that must be met at the address before a rule gives anything. `CONCURRENCE`: both agencies have or had a track there.
 * `INTEGRAL_WISH`: the owner's wish for one integral approach is recorded (TwG art. 2a(2)). `GRANTED_REQUEST`: this caller has a granted
 * information request that needs no consent.
 */
export type Condition = (typeof CONDITIONS)[number]

/**
 * A recipient: people of this organisation with one of these roles. A municipality only sees its own addresses; that holds in every version
 * (`scope.ts`), so that no version can forget it.
 */
export type Recipient = {
  readonly organisation: Organisation
  readonly roles: readonly Role[]
}

/**
 * One legal rule: these recipients may, for these purposes, receive these categories of these owners' data on this basis, if all conditions
 * hold. Rules only give; a category that no rule gives is refused.
 */
export type Rule = {
  /** Stable and never reused, because decisions in the log refer to it. */
  readonly id: string
  readonly owners: readonly Owner[]
  readonly recipients: readonly Recipient[]
  readonly purposes: readonly Purpose[]
  readonly basis: LegalBasis
  readonly categories: readonly DataCategory[]
  readonly conditions: readonly Condition[]
  /** Citation of the law, in Dutch, shown to users. */
  readonly article: string
  /** What the rule allows, in plain Dutch (B1). */
  readonly summary: string
}

/** The rules of one period. Decisions are replayed with it, so a published version never changes. */
export type PolicyVersion = {
  readonly id: string
  readonly title: string
  /** First calendar day in Europe/Amsterdam, as `YYYY-MM-DD`. */
  readonly from: string
  /** Last calendar day, inclusive; null while no end is known. */
  readonly until: string | null
  /** True until lawyers have confirmed every rule against the published law. */
  readonly placeholder: boolean
  readonly rules: readonly Rule[]
}
