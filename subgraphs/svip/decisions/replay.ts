import { isDeepStrictEqual } from 'node:util'
import { decide } from '../policy/decide.ts'
import { policyById } from '../policy/versions/index.ts'
import type { RecordedDecision } from './decision-log.ts'

/** A part of a decision that differs in a replay. */
export type Difference = { readonly part: string; readonly before: unknown; readonly after: unknown }

/**
 * Replays a decision from its record, under the policy version that decided it, and returns the differences. The explanation is not
 * compared: its wording may have changed since.
 */
export function replay({ request, facts, decision }: RecordedDecision): readonly Difference[] {
  const { explanation: _before, ...recorded } = decision
  const { explanation: _after, ...again } = decide(request, facts, policyById(decision.policyVersion))
  const before: Readonly<Record<string, unknown>> = recorded
  const after: Readonly<Record<string, unknown>> = again
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => !isDeepStrictEqual(before[part], after[part]))
    .map((part) => ({ part, before: before[part], after: after[part] }))
}
