import { randomUUID } from 'node:crypto'
import DataLoader from 'dataloader'
import type { Log } from '../../../kernel/log/log.ts'
import type { Trace } from '../../../kernel/trace.ts'
import type { Caller, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { AddressFacts } from '../addresses/address-store.ts'
import { decide } from '../policy/decide.ts'
import type { Facts } from '../policy/decision.ts'
import { policyInForce } from '../policy/versions/index.ts'
import { type RecordedDecision, toEntry } from './decision-log.ts'

export type DecisionRequest = {
  readonly address: AddressFacts
  readonly owner: Owner
  readonly purpose: Purpose | null
}

export type Decider = {
  /** @param grant whether a grant will be made of it. */
  decide(request: DecisionRequest, grant: boolean): Promise<RecordedDecision>
  /** Forgets what was decided, for what follows a write in the same request. */
  forget(): void
}

type Options = {
  readonly caller: Caller
  readonly trace: Trace
  readonly log: Log
  readonly now: () => Date
  readonly onDecision: (decision: RecordedDecision) => void
}

/**
 * Decides, per request: every address and owner once per purpose, all of them in one commit of the decision log. A decision
 * does not reach anyone before it is on record.
 */
export function createDecider({ caller, trace, log, now, onDecision }: Options): Decider {
  const { subject, organisation, roles, municipality, client } = caller
  const keyOf = ({ address, owner, purpose }: DecisionRequest) => `${address.id} ${owner} ${purpose}`
  const toGrant = new Set<string>()
  const recordedWithoutGrant = new Set<string>()
  const loader = new DataLoader<DecisionRequest, RecordedDecision, string>(
    async (requests) => {
      const instant = now().toISOString()
      const policy = policyInForce(instant)
      const recorded = requests.map(({ address, owner, purpose }): RecordedDecision => {
        const facts = toFacts(address)
        const request = {
          caller: { subject, organisation, roles, municipality, client },
          owner,
          addressId: address.id,
          addressMunicipality: address.municipality,
          purpose,
          instant,
        }
        return {
          id: randomUUID(),
          decidedAt: instant,
          request,
          facts,
          decision: decide(request, facts, policy),
        }
      })
      // Before the record is written: whoever asks for a grant meanwhile must not take this decision for theirs.
      for (const request of requests)
        if (!toGrant.has(keyOf(request))) recordedWithoutGrant.add(keyOf(request))
      const granted = requests.map(
        (request, index) => toGrant.has(keyOf(request)) && recorded[index]?.decision.outcome !== 'DENIED',
      )
      await log.append(recorded.map((item, index) => toEntry(item, trace, granted[index] ?? false)))
      for (const item of recorded) onDecision(item)
      return recorded
    },
    { cacheKeyFn: keyOf },
  )
  return {
    decide(request, grant) {
      const key = keyOf(request)
      // Not part of the key: what is explained and what is granted is one and the same decision. Unless it went on record as
      // one that nothing was granted on: then a new one is taken, so that the record says what was opened.
      if (grant) {
        toGrant.add(key)
        if (recordedWithoutGrant.delete(key)) loader.clear(request)
      }
      return loader.load(request)
    },
    forget() {
      loader.clearAll()
      toGrant.clear()
      recordedWithoutGrant.clear()
    },
  }
}

function toFacts(address: AddressFacts): Facts {
  return {
    tracks: address.tracks.map(({ owner, reference, open, revision }) => ({
      owner,
      reference,
      open,
      revision,
    })),
    consents: address.consents.map((consent) => ({
      id: consent.id,
      revision: consent.revision,
      state: consent.state,
      owner: consent.owner,
      recipient: consent.recipient,
      purposes: consent.purposes,
      categories: consent.categories,
      validFrom: consent.valid_from,
      validUntil: consent.valid_until,
    })),
    objections: address.objections.map(({ id, revision, owner, purposes, state }) => ({
      id,
      revision,
      owner,
      purposes,
      state,
    })),
    wish: address.wish && {
      id: address.wish.id,
      revision: address.wish.revision,
      integralApproach: address.wish.integral_approach,
    },
  }
}
