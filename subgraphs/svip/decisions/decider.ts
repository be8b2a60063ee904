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

/** What a decision is taken for: a grant, or what the SVIP itself shows on the strength of it. */
export type Use = 'GRANT' | 'REGISTER' | OwnFile

export type Decider = {
  /** @param use what it will open, if anything: a grant, the register, a file of the SVIP. Explaining it opens nothing. */
  decide(request: DecisionRequest, use: Use | null): Promise<RecordedDecision>
  /** What a decision would give now. None is taken and nothing goes on record, so nothing may be shown on the strength of it. */
  foresee(request: DecisionRequest): readonly DataCategory[]
  /** Forgets what was decided, for what follows a write in the same request. */
  forget(): void
}

type Options = {
  readonly caller: Caller
  readonly trace: Trace
  readonly log: Log
  readonly now: () => Date
  readonly onDecision: (decision: RecordedDecision) => void
  /** Told how long it took to decide these together, their record included. */
  readonly onDecided?: (milliseconds: number, decided: readonly RecordedDecision[]) => void
}

const OWN_FILES = Object.keys(FILE_CATEGORIES) as OwnFile[]

type Opening = { readonly wanted: Set<string>; readonly recordedWithout: Set<string> }
const opening = (): Opening => ({ wanted: new Set(), recordedWithout: new Set() })
const NOTHING: Opened = { granted: false, registerShown: false, fileShown: [] }

/**
 * Decides, per request: every address and owner once per purpose, all of them in one commit of the decision log. A decision
 * does not reach anyone before it is on record.
 */
export function createDecider({ caller, trace, log, now, onDecision, onDecided }: Options): Decider {
  const { subject, organisation, roles, municipality, team, client } = caller
  const keyOf = ({ address, owner, purpose }: DecisionRequest) => `${address.id} ${owner} ${purpose}`
  /** What the decisions of this request open, and with which of it they went on record. */
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
      // Before the record is written: whoever wants to open something meanwhile must not take this decision for theirs.
      const opened = requests.map((request, index) => {
        const key = keyOf(request)
        const given = recorded[index]?.decision.outcome !== 'DENIED'
        // What was denied opens nothing, whatever is asked later: its record says so already.
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
      // Not part of the key: what is explained and what is opened is one and the same decision. Unless it went on record as one
      // that opened less: then a new one is taken, so that the record says what was opened.
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

/** One answer may rest on the resident's consent for one part and on the public task for another. */
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
