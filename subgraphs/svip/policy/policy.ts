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
 * What must be so at the address before a rule gives anything.
 * `CONCURRENCE`: both agencies have or had a track there. `INTEGRAL_WISH`: the owner's wish
 * for one integral approach is recorded (TwG art. 2a(2)). `GRANTED_REQUEST`: an information request of this caller
 * was granted for it without consent.
 */
export type Condition = (typeof CONDITIONS)[number]

/**
 * Who may receive: people of this organisation with one of these roles. That a municipality sees its own
 * addresses only is no flag here but holds in every version (`scope.ts`), so that no version can forget it.
 */
export type Recipient = {
  readonly organisation: Organisation
  readonly roles: readonly Role[]
}

/**
 * One legal rule: these recipients may, for these purposes, receive these categories of these owners' data
 * on this basis, if all conditions hold. A rule only gives; what no rule gives is refused.
 */
export type Rule = {
  /** Stable and never reused: decisions in the log name it. */
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

/** The rules of one period. Decisions are replayed from it, so a published version never changes. */
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
