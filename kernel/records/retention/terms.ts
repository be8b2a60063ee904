import type { LoggingParty } from '../activities.ts'

/**
 * How long records are kept, in days, per kind (AVG art. 5(1)(e)). PLACEHOLDERS until lawyers and the selectielijsten of the parties
 * confirm them. Each party sets its own: `IMG_RETENTION_ACCESS_LOG_DAYS`, …
 */
export const DEFAULT_TERMS = {
  /** Who asked. From the request. */
  ACCESS_LOG: 731,
  /** What was processed. From the line. */
  PROCESSING_LOG: 1827,
  /** What the SVIP decided, with the facts. From the decision. */
  DECISION_LOG: 1827,
  /** Consents, wishes and objections with their revisions. From their end. */
  STATEMENTS: 1827,
  /** With their steps. From the end of the request, and of what it opened. */
  INFORMATION_REQUESTS: 1827,
  /** With their steps. From the end of the follow-up, or of the last track at the address when there was none. */
  SIGNALS: 1827,
  /** From the end of the last track at the address. */
  BUDDY_LINKS: 366,
  /** What two agencies did together at an address, with every step. From the end of the last track at the address. */
  COOPERATION_FILES: 366,
  /** Acutely unsafe situations, with what was agreed. From the closing. */
  ACUTE_CASES: 1827,
  /** From the review. */
  EMERGENCY_ACCESSES: 1827,
  /** What a recipient had to do after a resident's no. From when it was done. */
  OBLIGATIONS: 1827,
  /** Addresses on a set, with what became of them. From the closing of the set. */
  ADDRESS_SETS: 1827,
  /** From the answer. */
  SUBJECT_ACCESS_REQUESTS: 1827,
  /** From the lifting. */
  LEGAL_HOLDS: 1827,
  /** What happened at tracks, as the agencies told the SVIP. From the end of the last track at the address. */
  REGISTER_NOTICES: 1827,
  /** Events of an agency that the SVIP refused. From the event. */
  REFUSED_EVENTS: 366,
} as const

export type RetentionKind = keyof typeof DEFAULT_TERMS
export const RETENTION_KINDS = Object.keys(DEFAULT_TERMS) as RetentionKind[]

/** The terms of a party, in days. */
export type Terms = Readonly<Record<RetentionKind, number>>

/** Name of the setting with the term of a kind at a party. */
export const termSetting = (party: LoggingParty, kind: RetentionKind): string =>
  `${party.toUpperCase()}_RETENTION_${kind}_DAYS`
