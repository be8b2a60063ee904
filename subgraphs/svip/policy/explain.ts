import type { AccessReason, DataCategory, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { Ground } from './grounds.ts'
import {
  BASIS_LABELS,
  BREAK_GLASS_TEXT,
  CATEGORY_LABELS,
  ownerLabel,
  PURPOSE_LABELS,
  REFUSAL_TEXTS,
  requestText,
  wishText,
} from './labels.ts'
import type { Condition, PolicyVersion } from './policy.ts'
import type { Withheld } from './reasons.ts'

/** What `decide` found, as far as the caller may read about it. */
export type Explainable = {
  readonly owner: Owner
  readonly purpose: Purpose | null
  readonly reason: AccessReason
  readonly given: readonly Ground[]
  readonly withheld: readonly Withheld[]
  /** Null when none is in force. */
  readonly policy: PolicyVersion | null
}

/**
 * Says in plain Dutch what is shared on which basis, what is not, why not, and what would help
 * (AVG art. 5(1)(a): transparency). Names no fact about the other side beyond the reason itself.
 */
export function explain({ owner, purpose, reason, given, withheld, policy }: Explainable): string {
  return [
    `U krijgt ${given.length > 0 ? '' : 'geen '}gegevens van ${ownerLabel(owner)}.`,
    ...(purpose === null ? [] : [`Doel: ${PURPOSE_LABELS[purpose]}.`]),
    ...explainGiven(given),
    ...explainWithheld(withheld),
    ...(given.length > 0 || withheld.length > 0 ? [] : explainReason(reason)),
    ...(policy?.placeholder ? ['Let op: juristen moeten deze regels nog bevestigen.'] : []),
  ].join(' ')
}

/** The explanation when the rules could not be applied. */
export const explainFailure = (): string =>
  'U krijgt geen gegevens. De regels konden niet worden toegepast, en dan wordt niets gedeeld. Meld dit bij het SVIP.'

/** Names the categories as one Dutch enumeration: "a, b en c". */
export function enumerate(categories: readonly DataCategory[]): string {
  const labels = categories.map((category) => CATEGORY_LABELS[category])
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} en ${labels.at(-1)}`
}

function explainGiven(given: readonly Ground[]): string[] {
  const rules = [...new Set(given.map((ground) => ground.rule))]
  return rules.map((rule) => {
    const categories = given.filter((ground) => ground.rule === rule).map((ground) => ground.category)
    return `Gedeeld: ${enumerate(categories)}. Grondslag: ${BASIS_LABELS[rule.basis]} (${rule.article}).`
  })
}

function explainWithheld(withheld: readonly Withheld[]): string[] {
  const reasons = [...new Set(withheld.map((each) => each.reason))]
  return reasons.flatMap((reason) => {
    const same = withheld.filter((each) => each.reason === reason)
    const waitingFor = (condition: Condition) =>
      same.filter((each) => each.unmet.includes(condition)).map((each) => each.category)
    const wished = waitingFor('INTEGRAL_WISH')
    // Not after a withdrawal or an objection: a request is no way round the resident's no.
    const requestable = reason === 'CONSENT_MISSING' ? waitingFor('GRANTED_REQUEST') : []
    return [
      `Niet gedeeld: ${enumerate(same.map((each) => each.category))}.`,
      ...explainReason(reason),
      ...(wished.length === 0 ? [] : [wishText(enumerate(wished))]),
      ...(requestable.length === 0 ? [] : [requestText(enumerate(requestable))]),
      ...(same.some((each) => each.emergency) ? [BREAK_GLASS_TEXT] : []),
    ]
  })
}

function explainReason(reason: AccessReason): string[] {
  if (reason === 'PERMITTED') return []
  const { why, help } = REFUSAL_TEXTS[reason]
  return [`De reden: ${why}.`, `Wat helpt: ${help}`]
}
