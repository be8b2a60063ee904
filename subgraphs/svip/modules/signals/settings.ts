import { z } from 'zod'
import { faulty, namesOr, whole } from '../../../../kernel/runtime/settings.ts'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import { SIGNAL_RULES, type SignalRule } from './rules.ts'

/**
 * By purpose and not by kind: who may not know the kind of a signal sees its purpose and its due date, and a term of its own would tell
 * the kind.
 */
const TERMS: Partial<Record<Purpose, number>> = {
  COOPERATION: 14,
  JOINT_INSPECTION: 7,
  MUNICIPAL_PLAN: 30,
}

const KINDS = SIGNAL_RULES.map(({ kind }): string => kind)
const TERM = /^([A-Z_]+)=([1-9]\d{0,3})$/

/** A rule or purpose that does not exist is a fault, so that a slip switches nothing off or on. */
export const signalSettings = z.object({
  /** Names of rules. */
  SIGNAL_RULES_OFF: namesOr('').superRefine((names, context) => {
    for (const name of names)
      if (!KINDS.includes(name)) faulty(context, `there is no rule ${name}; there are ${KINDS.join(', ')}`)
  }),
  /** Days to follow up, by the purpose of the signal; they replace the defaults. */
  SIGNAL_TERM_DAYS: namesOr('').transform((pairs, context): Readonly<Record<string, number>> => {
    const terms = pairs.map((pair) => TERM.exec(pair))
    if (!terms.every((term) => term !== null))
      return faulty(context, 'must be NAME=days with commas between, 1 to 9999 days')
    for (const [, name = ''] of terms)
      if (!Object.hasOwn(TERMS, name))
        faulty(context, `no signal has purpose ${name}; there are ${Object.keys(TERMS).join(', ')}`)
    return Object.fromEntries(terms.map(([, name = '', length]) => [name, Number(length)]))
  }),
  SIGNAL_NEWS_DAYS: whole(1, 3650, 30),
})

/** The rules that make signals now. */
export type ActiveRules = {
  readonly rules: readonly SignalRule[]
  /** A state that a track has had for longer is no news. */
  readonly newsDays: number
  /** Days to follow up a signal of a purpose. */
  termOf(purpose: Purpose): number
}

export const activeRules = (settings: z.output<typeof signalSettings>): ActiveRules => ({
  rules: SIGNAL_RULES.filter(({ kind }) => !settings.SIGNAL_RULES_OFF.includes(kind)),
  newsDays: settings.SIGNAL_NEWS_DAYS,
  termOf: (purpose) => settings.SIGNAL_TERM_DAYS[purpose] ?? TERMS[purpose] ?? 0,
})
