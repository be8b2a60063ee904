import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Content } from '../../../kernel/records/log/log.ts'
import type { Trace } from '../../../kernel/trace.ts'
import {
  ACCESS_OUTCOMES,
  ACCESS_REASONS,
  type Caller,
  DATA_CATEGORIES,
  type DataCategory,
  LEGAL_BASES,
  ORGANISATIONS,
  OWNERS,
  PURPOSES,
  ROLES,
} from '../../../kernel/vocabulary.ts'
import type { AccessRequest, Decision, Facts } from '../policy/decision.ts'
import type { Tables } from '../store/tables.ts'

/**
 * The decision log, in the form of the Authorization Decision Log (Logius), level 3: with the facts and the policy version, so that a
 * decision can be explained and replayed years later. Unlike the processing logs it names the caller.
 */

/** A decision with its request and facts. */
export type RecordedDecision = {
  readonly id: string
  readonly decidedAt: string
  readonly request: AccessRequest & {
    readonly caller: Pick<Caller, 'subject' | 'organisation' | 'roles' | 'municipality' | 'team' | 'client'>
  }
  readonly facts: Facts
  readonly decision: Decision
}

export const DECISIONS = 'decisions'
export const DECISION_CHAIN = `svip/${DECISIONS}`

/**
 * The categories of agency data that the SVIP's own files can have. They are shown because of a decision, as the agency shares because of a
 * grant, and recorded with it.
 */
export const FILE_CATEGORIES = {
  COOPERATION_FILE: ['STATUS', 'HANDLER', 'PLANNING'],
  ACUTE_CASE: ['PRESENCE', 'STATUS', 'SAFETY'],
  SIGNAL: ['PRESENCE', 'STATUS', 'FINDINGS'],
} as const satisfies Readonly<Record<string, readonly DataCategory[]>>
export type OwnFile = keyof typeof FILE_CATEGORIES

/** What a decision gave the caller besides its explanation. */
export type Opened = {
  /** A grant was made, so the owner's log must have the sharing too. */
  readonly granted: boolean
  /** The SVIP showed presence and status from its register. */
  readonly registerShown: boolean
  /** The categories that the SVIP showed from its own files. */
  readonly fileShown: readonly DataCategory[]
}

/** A decision as recorded. */
export type DecisionOnRecord = RecordedDecision & { readonly opened: Opened }

/**
 * Makes the entry of a decision, with the facts that can matter to its request under any policy (`relevantFacts`): they explain and replay
 * it, and a draft policy is tried on them before it comes into force.
 */
export function toEntry(
  { id, decidedAt, request, facts, decision }: RecordedDecision,
  trace: Trace,
  { granted, registerShown, fileShown }: Opened,
): Content {
  return {
    id,
    subject: request.addressId,
    event_name: 'adl.access_evaluation',
    trace_id: trace.traceId,
    span_id: trace.spanId,
    parent_span_id: trace.parentSpanId,
    timestamp: Date.parse(decidedAt),
    // A refusal is an outcome, not an error.
    status: 'Ok',
    resource: { attributes: { 'service.name': 'svip' } },
    granted,
    register_shown: registerShown,
    file_shown: fileShown,
    request,
    response: decision,
    policies: decision.policyVersion,
    information: facts,
  }
}

const texts = z.array(z.string())
const words = <T extends string>(known: readonly T[]) => z.array(z.enum(known))
const list = z.array(z.looseObject({}))
// Only the form is checked, nothing is stripped or filled in: a replay uses exactly the committed content.
const holds = (shape: z.ZodType) => (value: unknown) => shape.safeParse(value).success
const entry = z.object({
  id: z.uuid(),
  timestamp: z.number(),
  granted: z.boolean(),
  register_shown: z.boolean(),
  // Absent in records from before the SVIP had its own files.
  file_shown: words(DATA_CATEGORIES).default([]),
  request: z.custom<RecordedDecision['request']>(
    holds(
      z.object({
        caller: z.object({ subject: z.string(), organisation: z.enum(ORGANISATIONS), roles: words(ROLES) }),
        owner: z.enum(OWNERS),
        addressId: z.string(),
        purpose: z.enum(PURPOSES).nullable(),
        instant: z.string(),
      }),
    ),
  ),
  response: z.custom<Decision>(
    holds(
      z.object({
        outcome: z.enum(ACCESS_OUTCOMES),
        reason: z.enum(ACCESS_REASONS),
        legalBases: words(LEGAL_BASES),
        categories: words(DATA_CATEGORIES),
        withheld: words(DATA_CATEGORIES),
        rules: texts,
        facts: list,
        explanation: z.string(),
      }),
    ),
  ),
  information: z.custom<Facts>(
    holds(
      z.object({
        tracks: list,
        consents: list,
        objections: list,
        requests: list.optional(),
        emergencies: list.optional(),
      }),
    ),
  ),
})

/** Reads the decision from an entry of the log; `null` when it has no readable one. */
export function readDecision(content: unknown): DecisionOnRecord | null {
  const parsed = entry.safeParse(content)
  if (!parsed.success) return null
  const {
    id,
    timestamp,
    granted,
    register_shown: registerShown,
    file_shown: fileShown,
    request,
    response,
    information,
  } = parsed.data
  return {
    id,
    decidedAt: new Date(timestamp).toISOString(),
    request,
    facts: information,
    decision: response,
    opened: { granted, registerShown, fileShown },
  }
}

/**
 * Finds a recorded decision; `null` when there is none, or its content was erased.
 * @throws {Error} when the record is unreadable.
 */
export async function findDecision(db: Kysely<Tables>, id: string): Promise<DecisionOnRecord | null> {
  const row = await db
    .selectFrom('log_content')
    .select('content')
    .where('chain', '=', DECISION_CHAIN)
    .where('reference', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const decision = readDecision(JSON.parse(row.content))
  if (!decision) throw new Error('a recorded decision is unreadable')
  return decision
}
