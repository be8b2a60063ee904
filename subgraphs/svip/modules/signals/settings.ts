import { z } from 'zod'
import { faulty, namesOr, whole } from '../../../../kernel/runtime/settings.ts'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import { SIGNAL_RULES, type SignalRule } from './rules.ts'

/**
 * Terms are per purpose and not per kind: a reader who may not know the kind sees the purpose and the due date, and a term per kind would
 * reveal the kind.
 */
const TERMS: Partial<Record<Purpose, number>> = {
  COOPERATION: 14,
  JOINT_INSPECTION: 7,
  MUNICIPAL_PLAN: 30,
}

const KINDS = SIGNAL_RULES.map(({ kind }): string => kind)
const TERM = /^([A-Z_]+)=([1-9]\d{0,3})$/

/** An unknown rule or purpose is an error, so that a typing error does not go unnoticed. */
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

/** The enabled rules, with their terms. */
export type ActiveRules = {
  readonly rules: readonly SignalRule[]
  /** A change of a track that is older than this makes no signal. */
  readonly newsDays: number
  /** The days to follow up a signal with this purpose. */
  termOf(purpose: Purpose): number
}

export const activeRules = (settings: z.output<typeof signalSettings>): ActiveRules => ({
  rules: SIGNAL_RULES.filter(({ kind }) => !settings.SIGNAL_RULES_OFF.includes(kind)),
  newsDays: settings.SIGNAL_NEWS_DAYS,
  termOf: (purpose) => settings.SIGNAL_TERM_DAYS[purpose] ?? TERMS[purpose] ?? 0,
})
