import { randomUUID } from 'node:crypto'
import {
  type DecisionOnRecord,
  readDecision,
  toEntry,
} from '../../../subgraphs/svip/decisions/decision-log.ts'
import { decide } from '../../../subgraphs/svip/policy/decide.ts'
import type { AccessRequest, Facts } from '../../../subgraphs/svip/policy/decision.ts'
import { policyInForce } from '../../../subgraphs/svip/policy/versions/index.ts'
import { aRequest, someFacts } from './policy.ts'

/** Decisions for the tests of this folder. */

const TRACE = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), parentSpanId: null }

/** The content of the log entry of a decision under the policy of its moment. */
export function anEntry(changes: Partial<AccessRequest> = {}, factChanges: Partial<Facts> = {}) {
  const asked = aRequest(changes)
  const request = { ...asked, caller: { ...asked.caller, client: 'desk' } }
  const facts = someFacts({ requests: [], emergencies: [], ...factChanges })
  const decision = decide(request, facts, policyInForce(request.instant))
  return toEntry({ id: randomUUID(), decidedAt: request.instant, request, facts, decision }, TRACE, {
    granted: decision.outcome !== 'DENIED',
    registerShown: false,
    fileShown: [],
  })
}

/** The same decision, read from the log. */
export function onRecord(
  changes: Partial<AccessRequest> = {},
  factChanges: Partial<Facts> = {},
): DecisionOnRecord {
  const decision = readDecision(JSON.parse(JSON.stringify(anEntry(changes, factChanges))))
  if (!decision) throw new Error('the entry of a decision cannot be read')
  return decision
}
