import { randomUUID } from 'node:crypto'
import DataLoader from 'dataloader'
import type { Log } from '../../../kernel/records/log/log.ts'
import type { Trace } from '../../../kernel/trace.ts'
import type { Caller, DataCategory, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { AddressFacts, GrantedRequest } from '../modules/addresses/address-store.ts'
import { decide } from '../policy/decide.ts'
import type { Facts, RequestFact } from '../policy/decision.ts'
import { relevantFacts } from '../policy/grounds.ts'
import { policyInForce } from '../policy/versions/index.ts'
import { FILE_CATEGORIES, type Opened, type OwnFile, type RecordedDecision, toEntry } from './decision-log.ts'

export type DecisionRequest = {
  readonly address: AddressFacts
  readonly owner: Owner
  readonly purpose: Purpose | null
}

/** The use of a decision: a grant, or data that the SVIP itself shows because of it. */
export type Use = 'GRANT' | 'REGISTER' | OwnFile

export type Decider = {
  /** @param use what the decision opens: a grant, the register, or a file of the SVIP; absent when it is only explained. */
  decide(request: DecisionRequest, use: Use | null): Promise<RecordedDecision>
  /** Computes what a decision would give now, without taking or recording one, so that no data may be shown because of it. */
  foresee(request: DecisionRequest): readonly DataCategory[]
  /** Clears the cached decisions, for fields after a write in the same request. */
  forget(): void
}

type Options = {
  readonly caller: Caller
  readonly trace: Trace
  readonly log: Log
  readonly now: () => Date
  readonly onDecision: (decision: RecordedDecision) => void
  /** Called with how long it took to decide and record these decisions. */
  readonly onDecided?: (milliseconds: number, decided: readonly RecordedDecision[]) => void
}

const OWN_FILES = Object.keys(FILE_CATEGORIES) as OwnFile[]

type Opening = { readonly wanted: Set<string>; readonly recordedWithout: Set<string> }
const opening = (): Opening => ({ wanted: new Set(), recordedWithout: new Set() })
const NOTHING: Opened = { granted: false, registerShown: false, fileShown: [] }

/**
 * Takes the decisions of one request: one per address, owner and purpose, all in one commit of the decision log. No decision is returned
 * before it is on record.
 */
export function createDecider({ caller, trace, log, now, onDecision, onDecided }: Options): Decider {
  const { subject, organisation, roles, municipality, team, client } = caller
  const keyOf = ({ address, owner, purpose }: DecisionRequest) => `${address.id} ${owner} ${purpose}`
  /** What the decisions of this request open, and which part of that their records have. */
  const uses: Readonly<Record<Use, Opening>> = {
    GRANT: opening(),
    REGISTER: opening(),
    COOPERATION_FILE: opening(),
    ACUTE_CASE: opening(),
    SIGNAL: opening(),
  }
  const weigh = ({ address, owner, purpose }: DecisionRequest, instant: string) => {
    const request = {
      caller: { subject, organisation, roles, municipality, team, client },
      owner,
      addressId: address.id,
      addressMunicipality: address.municipality,
      purpose,
      instant,
    }
    const facts = relevantFacts(request, toFacts(address))
    return { request, facts, decision: decide(request, facts, policyInForce(instant)) }
  }
  const loader = new DataLoader<DecisionRequest, RecordedDecision, string>(
    async (requests) => {
      const started = performance.now()
      const instant = now().toISOString()
      const recorded = requests.map(
        (request): RecordedDecision => ({
          id: randomUUID(),
          decidedAt: instant,
          ...weigh(request, instant),
        }),
      )
      // Cleared before the record is written: a field that meanwhile wants to open something else needs a new decision.
      const opened = requests.map((request, index) => {
        const key = keyOf(request)
        const given = recorded[index]?.decision.outcome !== 'DENIED'
        // A denial opens nothing, whatever the later uses, so its record is already complete.
        for (const { wanted, recordedWithout } of Object.values(uses))
          if (given && !wanted.has(key)) recordedWithout.add(key)
        const held: readonly DataCategory[] = OWN_FILES.flatMap((file) =>
          uses[file].wanted.has(key) ? FILE_CATEGORIES[file] : [],
        )
        return {
          granted: given && uses.GRANT.wanted.has(key),
          registerShown: given && uses.REGISTER.wanted.has(key),
          fileShown: recorded[index]?.decision.categories.filter((category) => held.includes(category)) ?? [],
        }
      })
      await log.append(recorded.map((item, index) => toEntry(item, trace, opened[index] ?? NOTHING)))
      for (const item of recorded) onDecision(item)
      onDecided?.(performance.now() - started, recorded)
      return recorded
    },
    { cacheKeyFn: keyOf },
  )
  return {
    decide(request, use) {
      // The use is not part of the key: one decision is both explained and used. If it is already on record with fewer uses, a new one is
      // taken, so that the record has everything that was opened.
      if (use) {
        const key = keyOf(request)
        uses[use].wanted.add(key)
        if (uses[use].recordedWithout.delete(key)) loader.clear(request)
      }
      return loader.load(request)
    },
    foresee: (request) => weigh(request, now().toISOString()).decision.categories,
    forget() {
      loader.clearAll()
      for (const { wanted, recordedWithout } of Object.values(uses)) {
        wanted.clear()
        recordedWithout.clear()
      }
    },
  }
}

export function toFacts(address: AddressFacts): Facts {
  return {
    tracks: address.tracks.map(({ owner, reference, open, revision, physical }) => ({
      owner,
      reference,
      open,
      revision,
      ...(physical === false ? { physical } : {}),
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
      requestId: consent.request_id,
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
    requests: address.requests.flatMap(toRequestFacts),
    emergencies: address.emergencies.map((emergency) => ({
      id: emergency.id,
      revision: emergency.revision,
      owner: emergency.owner,
      recipient: emergency.organisation,
      subject: emergency.subject,
      categories: emergency.categories,
      validFrom: emergency.broken_at,
      validUntil: emergency.valid_until,
    })),
  }
}

/** A granted request may be based on consent for some categories and on the public task for others. */
function toRequestFacts(granted: GrantedRequest): RequestFact[] {
  const { granted_from, granted_until } = granted
  if (!granted_from || !granted_until) return []
  const part = (basis: RequestFact['basis'], categories: readonly DataCategory[] | null): RequestFact[] =>
    categories && categories.length > 0
      ? [
          {
            id: granted.id,
            revision: granted.revision,
            state: granted.revoked_at === null ? 'RELEASED' : 'REVOKED',
            owner: granted.owner,
            recipient: granted.requester_organisation,
            subject: granted.requester_subject,
            team: granted.requester_team,
            purpose: granted.purpose,
            categories,
            basis,
            validFrom: granted_from,
            validUntil: granted_until,
          },
        ]
      : []
  return [...part('CONSENT', granted.granted_on_consent), ...part('PUBLIC_TASK', granted.granted_on_task)]
}
