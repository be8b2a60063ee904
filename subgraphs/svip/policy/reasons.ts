import type { AccessReason, DataCategory } from '../../../kernel/vocabulary.ts'
import type { Ground } from './grounds.ts'

/**
 * The reasons for a refusal, in order: when several apply, the first one is given. The first four stop a request before any fact about the
 * address is used; of the others the one that is hardest to change comes first.
 */
export const REFUSAL_ORDER = [
  'PURPOSE_REQUIRED',
  'NO_POLICY_IN_FORCE',
  'OUT_OF_SCOPE',
  'PURPOSE_NOT_ALLOWED',
  'NO_CONCURRENCE',
  'OBJECTION_UPHELD',
  'OBJECTION_PENDING',
  'CONSENT_WITHDRAWN',
  'CONSENT_REFUSED',
  'CONSENT_EXPIRED',
  'CONSENT_MISSING',
  'NO_LEGAL_BASIS',
] as const satisfies readonly AccessReason[]

export type Refusal = (typeof REFUSAL_ORDER)[number]

/** A category that the purpose can give, and why no rule gives it now. */
export type Withheld = { readonly category: DataCategory; readonly reason: Refusal }

/** The first refusal in order among these reasons; null when there is none. */
export const firstRefusal = (reasons: readonly AccessReason[]): Refusal | null =>
  REFUSAL_ORDER.find((refusal) => reasons.includes(refusal)) ?? null

/** Combines the reasons why the rules withhold one category. */
export function withhold(category: DataCategory, grounds: readonly Ground[]): Withheld {
  const about = grounds.filter((ground) => ground.category === category)
  return {
    category,
    reason: firstRefusal(about.map((ground) => ground.reason)) ?? 'NO_LEGAL_BASIS',
  }
}
