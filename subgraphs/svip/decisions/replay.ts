import { isDeepStrictEqual } from 'node:util'
import { decide } from '../policy/decide.ts'
import { policyById } from '../policy/versions/index.ts'
import type { RecordedDecision } from './decision-log.ts'

/** One part of a decision that comes out otherwise when it is taken again. */
export type Difference = { readonly part: string; readonly before: unknown; readonly after: unknown }

/**
 * Takes a decision again from its record, under the version of the policy it was taken by; what comes out otherwise, nothing when
 * it is the same. The explanation is not compared: its words may have been improved since.
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
