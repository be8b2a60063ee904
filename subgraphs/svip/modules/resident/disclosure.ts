import { z } from 'zod'
import {
  type AccessOutcome,
  type AccessReason,
  DATA_CATEGORIES,
  type DataCategory,
  type LegalBasis,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import type { Recipient } from '../../overview/parties.ts'
import type { Decision } from '../../policy/decision.ts'
import type { Rule } from '../../policy/policy.ts'
import { policyById } from '../../policy/versions/index.ts'

/** A decision as a resident may see it: what was opened to whom, or refused, and by which rule. It names no employee. */

export const DISCLOSURE_KINDS = ['SHARED', 'REFUSED'] as const
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number]

export type Disclosure = {
  /** The id of the decision. */
  readonly id: string
  readonly at: string
  readonly kind: DisclosureKind
  readonly owner: Owner
  readonly recipient: Recipient
  readonly purpose: Purpose | null
  readonly outcome: AccessOutcome
  readonly reason: AccessReason
  readonly categories: readonly DataCategory[]
  readonly withheld: readonly DataCategory[]
  readonly grounds: readonly DisclosureGround[]
  readonly policyVersion: string | null
}

/** A basis and article, and the categories that were opened on it. */
export type DisclosureGround = {
  readonly basis: LegalBasis
  readonly article: string
  readonly categories: readonly DataCategory[]
}

/** The categories that the register of the SVIP can show without a grant. */
export const REGISTER_CATEGORIES: readonly DataCategory[] = ['PRESENCE', 'STATUS']

type Response = Pick<
  Decision,
  'outcome' | 'reason' | 'purpose' | 'categories' | 'withheld' | 'rules' | 'policyVersion'
>

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const entry = z.object({
  id: z.string(),
  timestamp: z.number(),
  granted: z.boolean(),
  registerShown: z.boolean(),
  fileShown: z.array(z.enum(DATA_CATEGORIES)).nullable(),
  owner: z.custom<Owner>((value) => value === 'IMG' || value === 'NCG'),
  caller: z.custom<Recipient>(isObject),
  response: z.custom<Response>(isObject),
})

/** Parses what disclosure-store.ts selects of an entry of the decision log. @throws {Error} when it has another form. */
export function toDisclosure(content: unknown): Disclosure {
  const { id, timestamp, granted, registerShown, fileShown, owner, caller, response } = entry.parse(content)
  const { outcome, reason, purpose, withheld, rules, policyVersion } = response
  const categories = granted
    ? response.categories
    : response.categories.filter(
        (category) =>
          (registerShown && REGISTER_CATEGORIES.includes(category)) || fileShown?.includes(category),
      )
  return {
    id,
    at: new Date(timestamp).toISOString(),
    kind: outcome === 'DENIED' ? 'REFUSED' : 'SHARED',
    owner,
    recipient: caller,
    purpose,
    outcome,
    reason,
    categories,
    withheld,
    grounds: groundsOf(policyVersion, rules, categories),
    policyVersion,
  }
}

/** For each rule that opened something: its basis, its article and the categories that it opened. Each category appears once. */
function groundsOf(
  policyVersion: string | null,
  ruleIds: readonly string[],
  opened: readonly DataCategory[],
): readonly DisclosureGround[] {
  const rules = policyById(policyVersion)?.rules.filter(({ id }) => ruleIds.includes(id)) ?? []
  const seen = new Set<DataCategory>()
  return rules.flatMap((rule: Rule) => {
    const categories = opened.filter((category) => rule.categories.includes(category) && !seen.has(category))
    for (const category of categories) seen.add(category)
    return categories.length === 0 ? [] : [{ basis: rule.basis, article: rule.article, categories }]
  })
}
