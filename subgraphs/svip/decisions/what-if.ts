import type { DataCategory } from '../../../kernel/vocabulary.ts'
import { decide } from '../policy/decide.ts'
import type { Decision, Facts } from '../policy/decision.ts'
import type { PolicyVersion } from '../policy/policy.ts'
import type { RecordedDecision } from './decision-log.ts'

/** The effects of a changed policy on a decision, most far-reaching first. */
export const EFFECTS = ['MORE', 'MORE_AND_LESS', 'LESS', 'BASIS', 'REASON', 'SAME', 'UNKNOWN'] as const
/**
 * `MORE`, `LESS`, `MORE_AND_LESS`: other categories. `BASIS`: the same categories, on another legal basis. `REASON`: the same sharing, but
 * what is withheld, or why, differs. `UNKNOWN`: not all facts are on record.
 */
export type Effect = (typeof EFFECTS)[number]

export type Trial = {
  readonly effect: Effect
  readonly before: Decision
  /** `null` when the effect is unknown. */
  readonly after: Decision | null
  readonly gained: readonly DataCategory[]
  readonly lost: readonly DataCategory[]
}

/** Every kind of fact that a policy may use. Older records lack the kinds that were added later. */
const FACT_KINDS: Readonly<Record<keyof Facts, true>> = {
  tracks: true,
  consents: true,
  objections: true,
  wish: true,
  requests: true,
  emergencies: true,
}

/** Replays a decision as if the draft had been in force at its moment, whatever the period of the draft. */
export function tryOut({ request, facts, decision: before }: RecordedDecision, draft: PolicyVersion): Trial {
  if (!Object.keys(FACT_KINDS).every((kind) => kind in facts))
    return { effect: 'UNKNOWN', before, after: null, gained: [], lost: [] }
  const after = decide(request, facts, { ...draft, from: '0001-01-01', until: null })
  const gained = after.categories.filter((category) => !before.categories.includes(category))
  const lost = before.categories.filter((category) => !after.categories.includes(category))
  return { effect: effectOf(before, after, gained.length > 0, lost.length > 0), before, after, gained, lost }
}

function effectOf(before: Decision, after: Decision, more: boolean, less: boolean): Effect {
  if (more || less) return more && less ? 'MORE_AND_LESS' : more ? 'MORE' : 'LESS'
  if (!isSameSet(before.legalBases, after.legalBases)) return 'BASIS'
  return before.reason === after.reason && isSameSet(before.withheld, after.withheld) ? 'SAME' : 'REASON'
}

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each))

/** The decisions that a summary counts together, by owner, purpose and roles; never by address or person. */
export type Group = {
  readonly owner: string
  readonly purpose: string
  readonly asker: string
  readonly counts: Readonly<Record<Effect, number>>
  /** The first decision with each effect that changes something. */
  readonly examples: Readonly<Partial<Record<Effect, Example>>>
}
export type Example = { readonly id: string; readonly trial: Trial }

/** Summarises the effects of a changed policy on decisions, in constant memory per group. */
export function createSummary() {
  const groups = new Map<string, MutableGroup>()
  const totals = noCounts()
  return {
    add({ id, request }: RecordedDecision, trial: Trial): void {
      const { caller, owner, purpose } = request
      const asker = `${caller.organisation} ${[...caller.roles].sort().join('+') || '(no role)'}`
      const key = JSON.stringify([owner, purpose, asker])
      const group = groups.get(key) ?? {
        owner,
        purpose: purpose ?? '(none)',
        asker,
        counts: noCounts(),
        examples: {},
      }
      groups.set(key, group)
      group.counts[trial.effect] += 1
      totals[trial.effect] += 1
      if (trial.effect !== 'SAME' && trial.effect !== 'UNKNOWN')
        group.examples[trial.effect] ??= { id, trial }
    },
    totals: (): Readonly<Record<Effect, number>> => totals,
    /** Ordered by owner, purpose and roles. */
    groups: (): readonly Group[] =>
      [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
  }
}

type MutableGroup = Omit<Group, 'counts' | 'examples'> & {
  readonly counts: Record<Effect, number>
  readonly examples: Partial<Record<Effect, Example>>
}

const noCounts = (): Record<Effect, number> => ({
  MORE: 0,
  MORE_AND_LESS: 0,
  LESS: 0,
  BASIS: 0,
  REASON: 0,
  SAME: 0,
  UNKNOWN: 0,
})
