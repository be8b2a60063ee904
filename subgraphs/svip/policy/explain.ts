import type { AccessReason, DataCategory, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { Ground } from './grounds.ts'
import {
  BASIS_LABELS,
  BREAK_GLASS_TEXT,
  CATEGORY_LABELS,
  IF_CONCURRENCE_TEXT,
  LEFT_OUT_TEXTS,
  ownerLabel,
  PURPOSE_LABELS,
  REFUSAL_TEXTS,
  requestText,
  wishText,
} from './labels.ts'
import type { PolicyVersion } from './policy.ts'
import type { Refusal, Withheld } from './reasons.ts'
import type { Help, LeftOut, Remedy } from './remedies.ts'

/** A category that is withheld, what would open it, and whether a granted request left it out. */
export type Explained = Withheld & { readonly leftOut: LeftOut | null; readonly helps: readonly Help[] }

/** The result of `decide`, limited to what the caller may know. */
export type Explainable = {
  readonly owner: Owner
  readonly purpose: Purpose | null
  readonly reason: AccessReason
  readonly given: readonly Ground[]
  readonly withheld: readonly Explained[]
  /** Null when no policy is in force. */
  readonly policy: PolicyVersion | null
}

/**
 * Explains in plain Dutch what is shared on which basis, what is not, why not, and what would help (AVG art. 5(1)(a): transparency). It
 * reveals no fact about the other side besides the reason.
 */
export function explain({ owner, purpose, reason, given, withheld, policy }: Explainable): string {
  return [
    `U krijgt ${given.length > 0 ? '' : 'geen '}gegevens van ${ownerLabel(owner)}.`,
    ...(purpose === null ? [] : [`Doel: ${PURPOSE_LABELS[purpose]}.`]),
    ...explainGiven(given),
    ...explainWithheld(withheld),
    ...(given.length > 0 || withheld.length > 0 ? [] : explainStop(reason)),
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

/** One sentence per reason; categories with other remedies, or that a desk left out, get their own sentence. */
function explainWithheld(withheld: readonly Explained[]): string[] {
  const kind = ({ reason, leftOut, helps }: Explained) =>
    [reason, leftOut ?? '', helps.find(({ remedy }) => OWN_TEXT.has(remedy))?.remedy ?? ''].join(' ')
  return [...Map.groupBy(withheld, kind).values()].flatMap((same) => [
    `Niet gedeeld: ${enumerate(same.map((each) => each.category))}.`,
    ...explainReason(same),
    ...HELP_TEXTS.flatMap(([remedy, text]) => {
      const helped = same.filter(({ helps }) => helps.some((help) => help.remedy === remedy))
      return helped.length === 0 ? [] : [text(enumerate(helped.map((each) => each.category)))]
    }),
    ...(same.some(({ helps }) => helps.some(({ ifConcurrence }) => ifConcurrence))
      ? [IF_CONCURRENCE_TEXT]
      : []),
  ])
}

/** The remedies that the help text of the reason already has. */
const OWN_TEXT: ReadonlySet<Remedy> = new Set(['CONSENT', 'CONCURRENCE'])

const HELP_TEXTS: readonly (readonly [Remedy, (what: string) => string])[] = [
  ['INTEGRAL_WISH', wishText],
  ['GRANTED_REQUEST', requestText],
  ['EMERGENCY', () => BREAK_GLASS_TEXT],
]

function explainReason(same: readonly Explained[]): string[] {
  const [first] = same
  if (!first) return []
  const { reason, leftOut, helps } = first
  const { why } = leftOut ? LEFT_OUT_TEXTS[leftOut] : REFUSAL_TEXTS[reason]
  const own = helps.some(({ remedy }) => OWN_TEXT.has(remedy))
  return [`De reden: ${why}.`, `Wat helpt: ${leftOut ? LEFT_OUT_TEXTS[leftOut].help : helpOf(reason, own)}`]
}

/** The help text of a reason, when its remedy would open something. */
const helpOf = (reason: Refusal, opens: boolean): string => {
  const { help, ifNothing = help } = REFUSAL_TEXTS[reason]
  return opens ? help : ifNothing
}

function explainStop(reason: AccessReason): string[] {
  if (reason === 'PERMITTED') return []
  return [`De reden: ${REFUSAL_TEXTS[reason].why}.`, `Wat helpt: ${helpOf(reason, false)}`]
}
