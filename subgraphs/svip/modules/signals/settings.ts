import { ConfigurationError } from '../../../../kernel/runtime/settings.ts'
import { PURPOSES, type Purpose } from '../../../../kernel/vocabulary.ts'
import { SIGNAL_RULES, type SignalRule } from './rules.ts'

/** Which rules of signals are on, and their terms. */
export type SignalSettings = {
  /** Names of rules that are off. */
  readonly off: readonly string[]
  /** Days to follow up, by the purpose of the signal; they replace the defaults. */
  readonly termDays: Readonly<Record<string, number>>
  /** A state that a track has had for longer is no news. */
  readonly newsDays: number
}

/** The rules that make signals now. */
export type ActiveRules = {
  readonly rules: readonly SignalRule[]
  readonly newsDays: number
  /** Days to follow up a signal of a purpose. */
  termOf(purpose: Purpose): number
}

/**
 * By purpose and not by kind: who may not know the kind of a signal sees its purpose and its due date, and a term of its own would tell
 * the kind.
 */
const TERMS: Partial<Record<Purpose, number>> = {
  COOPERATION: 14,
  JOINT_INSPECTION: 7,
  MUNICIPAL_PLAN: 30,
}

/** @throws {ConfigurationError} that names every rule and purpose it does not know, so that a slip switches nothing off or on. */
export function activeRules({ off, termDays, newsDays }: SignalSettings): ActiveRules {
  const kinds = SIGNAL_RULES.map(({ kind }): string => kind)
  const purposes = PURPOSES.filter((purpose) => TERMS[purpose] !== undefined)
  const faults = [
    ...off
      .filter((name) => !kinds.includes(name))
      .map((name) => `SIGNAL_RULES_OFF: there is no rule ${name}; there are ${kinds.join(', ')}`),
    ...Object.keys(termDays)
      .filter((name) => !purposes.some((purpose) => purpose === name))
      .map((name) => `SIGNAL_TERM_DAYS: no signal has purpose ${name}; there are ${purposes.join(', ')}`),
  ]
  if (faults.length > 0) throw new ConfigurationError(faults)
  return {
    rules: SIGNAL_RULES.filter(({ kind }) => !off.includes(kind)),
    newsDays,
    termOf: (purpose) => termDays[purpose] ?? TERMS[purpose] ?? 0,
  }
}
