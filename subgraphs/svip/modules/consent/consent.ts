import { badInput } from '../../../../kernel/errors.ts'
import { requiredText } from '../../../../kernel/graphql/input.ts'
import {
  type Caller,
  DATA_CATEGORIES,
  type DataCategory,
  type Organisation,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { PolicyVersion } from '../../policy/policy.ts'
import type { ConsentState, RecordConsentInput } from '../../schema.generated.ts'
import type { ConsentRow } from '../../store/tables.ts'

/** A resident's consent and its rules. Pure: no database, no GraphQL. */

export const CONSENT_PARTIES = ['OWNER', 'RESIDENT', 'REPRESENTATIVE'] as const
export const CONSENT_CHANNELS = ['FORM', 'LETTER', 'EMAIL', 'PHONE', 'VISIT', 'ONLINE'] as const
export type ConsentParty = (typeof CONSENT_PARTIES)[number]
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

export type NewConsent = Omit<RecordConsentInput, 'validFrom' | 'validUntil'> & {
  readonly validFrom: string
  readonly validUntil: string | null
  /** The information request that asked for it; without one, the consent is for every recipient. */
  readonly requestId?: string | null
}

/**
 * Checks that a consent is specific (AVG art. 4(11)): for purposes and categories that the policy shares by consent.
 * @throws {AppError} `BAD_USER_INPUT` with what is possible.
 */
export function assertConsent(consent: NewConsent, policy: PolicyVersion | null): void {
  if (consent.owner === consent.recipient)
    throw badInput(
      'Een organisatie kan niet aan zichzelf verstrekken: kies een andere ontvanger (recipient).',
    )
  if (consent.purposes.length === 0) throw badInput('Noem minstens één doel (purposes).')
  if (consent.categories.length === 0) throw badInput('Noem minstens één soort gegevens (categories).')
  requiredText(consent.evidence, 'Het kenmerk van het bewijs (evidence)', 200)
  requiredText(consent.notice, 'De versie van de privacyverklaring (notice)', 200)
  if (consent.validUntil !== null && consent.validUntil <= consent.validFrom)
    throw badInput('De toestemming moet eindigen (validUntil) na het begin (validFrom).')
  const possible = new Set<DataCategory>()
  for (const purpose of consent.purposes) {
    const categories = consentable(policy, consent.owner, consent.recipient, purpose)
    if (categories.length === 0) {
      throw badInput(
        `Voor het doel ${purpose} (${PURPOSE_LABELS[purpose]}) kan de bewoner geen toestemming geven tussen deze organisaties.`,
      )
    }
    for (const category of categories) possible.add(category)
  }
  const tooMuch = consent.categories.filter((category) => !possible.has(category))
  if (tooMuch.length > 0) {
    const names = [...possible].map((category) => `${category} (${CATEGORY_LABELS[category]})`)
    throw badInput(
      `Voor deze doelen gaat toestemming alleen over ${names.join(', ')}; niet over ${tooMuch.join(', ')}.`,
    )
  }
}

/** @throws {AppError} `BAD_USER_INPUT` when the resident's statement is in the future. */
export function assertSaid(statedAt: string | null, now: string): void {
  if (statedAt !== null && statedAt > now)
    throw badInput('Het moment waarop de bewoner dit zei (statedAt) kan niet in de toekomst liggen.')
}

/** Whether the caller may know of a consent by its id: the owner, the recipient, the organisation that recorded it, and SVIP officers. */
export const isParty = (
  { organisation, roles }: Pick<Caller, 'organisation' | 'roles'>,
  { owner, recipient, recorded_by }: Pick<ConsentRow, 'owner' | 'recipient' | 'recorded_by'>,
): boolean => [owner, recipient, recorded_by].includes(organisation) || roles.includes('svip_officer')

/** The categories that consent can open for a purpose, in the order of the policy. */
export function consentable(
  policy: PolicyVersion | null,
  owner: Owner,
  recipient: Organisation,
  purpose: Purpose,
): readonly DataCategory[] {
  const rules = policy?.rules.filter(
    (rule) =>
      rule.basis === 'CONSENT' &&
      rule.owners.includes(owner) &&
      rule.purposes.includes(purpose) &&
      rule.recipients.some(({ organisation }) => organisation === recipient),
  )
  return DATA_CATEGORIES.filter((category) => rules?.some(({ categories }) => categories.includes(category)))
}

/**
 * Returns the complete refusal: without categories, it covers all that consent can open for its purposes, so that a resident need not know
 * our categories.
 * @throws {AppError} `BAD_USER_INPUT` as for a consent.
 */
export function toRefusal(
  refusal: Omit<NewConsent, 'categories'> & { readonly categories: readonly DataCategory[] | null },
  policy: PolicyVersion | null,
): NewConsent {
  const { owner, recipient, purposes } = refusal
  const all = new Set(purposes.flatMap((purpose) => consentable(policy, owner, recipient, purpose)))
  const categories = refusal.categories ?? DATA_CATEGORIES.filter((category) => all.has(category))
  if (purposes.length > 0 && owner !== recipient && all.size === 0)
    throw badInput(
      'Voor deze doelen is geen toestemming nodig, dus de bewoner kan die ook niet weigeren. Is de bewoner het niet eens met het delen? Leg dan een bezwaar vast.',
    )
  const complete = { ...refusal, categories }
  assertConsent(complete, policy)
  return complete
}

/** The state of a consent at a moment: only a consent that is given can expire. */
export function consentState(consent: Pick<ConsentRow, 'state' | 'valid_until'>, now: Date): ConsentState {
  if (consent.state !== 'GIVEN') return consent.state
  return consent.valid_until !== null && new Date(consent.valid_until) <= now ? 'EXPIRED' : 'GIVEN'
}
