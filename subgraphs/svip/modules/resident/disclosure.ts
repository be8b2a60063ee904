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

/** A decision as a resident may see it: what was opened to whom, or refused, and on which rule. Names no employee. */

export const DISCLOSURE_KINDS = ['SHARED', 'REFUSED'] as const
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number]

export type Disclosure = {
  /** Identification of the decision. */
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

/** A basis and article, and what was opened on it. */
export type DisclosureGround = {
  readonly basis: LegalBasis
  readonly article: string
  readonly categories: readonly DataCategory[]
}

/** What the register of the SVIP can show, where no grant was made. */
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

/** Reads what disclosure-store.ts selects of an entry of the decision log. @throws {Error} when it is something else. */
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

/** Per rule that gave something of what was opened: its basis, its article and what it gave, each kind of data once. */
function groundsOf(
  policyVersion: string | null,
  ruleIds: readonly string[],
  opened: readonly DataCategory[],
): readonly DisclosureGround[] {
  const rules = policyById(policyVersion)?.rules.filter(({ id }) => ruleIds.includes(id)) ?? []
  const told = new Set<DataCategory>()
  return rules.flatMap((rule: Rule) => {
    const categories = opened.filter((category) => rule.categories.includes(category) && !told.has(category))
    for (const category of categories) told.add(category)
    return categories.length === 0 ? [] : [{ basis: rule.basis, article: rule.article, categories }]
  })
}
