import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Content } from '../../../kernel/log/log.ts'
import type { Trace } from '../../../kernel/trace.ts'
import type { Caller } from '../../../kernel/vocabulary.ts'
import { decide } from '../policy/decide.ts'
import type { AccessRequest, Decision, Facts } from '../policy/decision.ts'
import { policyById } from '../policy/versions/index.ts'
import type { Tables } from '../store/tables.ts'

/**
 * The decision log, shaped after the Authorization Decision Log (Logius), level 3: with the facts and the policy version, so
 * that a decision can be explained and taken again years later. Unlike the processing logs it names who asked.
 */

/** A decision as it is on record. */
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

/** What of a decision reached the caller beyond its explanation. */
export type Opened = {
  /** A grant was made of it, so the owner's log must know of it too. */
  readonly granted: boolean
  /** The SVIP showed what its register knows: presence and status. */
  readonly registerShown: boolean
}

/**
 * The entry for a decision, with all facts the policy was given: it is explained and taken again from them, and a changed
 * policy is tried out on them before it takes force.
 */
export function toEntry(
  { id, decidedAt, request, facts, decision }: RecordedDecision,
  trace: Trace,
  { granted, registerShown }: Opened,
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
    request,
    response: decision,
    policies: decision.policyVersion,
    information: facts,
  }
}

const entry = z.object({
  id: z.string(),
  timestamp: z.number(),
  request: z.custom<RecordedDecision['request']>((value) => typeof value === 'object' && value !== null),
  response: z.custom<Decision>((value) => typeof value === 'object' && value !== null),
  information: z.custom<Facts>((value) => typeof value === 'object' && value !== null),
})

/** Finds a decision on record; `null` when there is none, or when its content was erased. */
export async function findDecision(db: Kysely<Tables>, id: string): Promise<RecordedDecision | null> {
  const row = await db
    .selectFrom('log_content')
    .select('content')
    .where('chain', '=', `svip/${DECISIONS}`)
    .where('reference', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { timestamp, request, response, information } = entry.parse(JSON.parse(row.content))
  return { id, decidedAt: new Date(timestamp).toISOString(), request, facts: information, decision: response }
}

/** Takes a decision again from its record; whether it comes out the same. Texts may have been improved since. */
export function isReproducible({ request, facts, decision }: RecordedDecision): boolean {
  const { explanation: _then, ...before } = decision
  const { explanation: _now, ...again } = JSON.parse(
    JSON.stringify(decide(request, facts, policyById(decision.policyVersion))),
  ) as Decision
  return isDeepStrictEqual(before, again)
}
