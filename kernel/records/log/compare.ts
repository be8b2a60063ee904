import { z } from 'zod'
import { createAddressBook, faultsBetween, type Known } from './agree.ts'
import type { Problem } from './read-chain.ts'

/**
 * Compares the logs of the parties: what an owner shared must be what the SVIP decided. The contents are those of subgraphs/svip/decisions
 * (decisions) and kernel/records/log/processing.ts (sharings).
 */

type Place = { readonly chain: string; readonly seq: number; readonly at: number }
export type Permission = Known & {
  readonly id: string
  readonly at: number
  readonly owner: string
  readonly categories: readonly string[]
  readonly granted: boolean
  /** The address in the SVIP's log. */
  readonly address?: string | undefined
}
export type Disclosure = Place &
  Known & {
    readonly decision: string
    readonly owner: string
    readonly categories: readonly string[]
    /** The pseudonym of the address in the owner's log. */
    readonly pseudonym?: string | undefined
  }

export const DECISIONS = 'svip/decisions'

const decisionContent = z.object({
  id: z.string(),
  granted: z.boolean(),
  trace_id: z.string().optional(),
  timestamp: z.number().optional(),
  policies: z.string().optional(),
  request: z.object({
    owner: z.string(),
    addressId: z.string().optional(),
    purpose: z.string().nullish(),
    caller: z.object({ organisation: z.string() }).optional(),
  }),
  response: z.object({ categories: z.array(z.string()) }),
})

const disclosureContent = z.object({
  trace_id: z.string().optional(),
  start_time: z.number().optional(),
  attributes: z.object({
    'dpl.core.processing_activity_id': z.string().optional(),
    'dpl.core.data_subject_id': z.string().nullish(),
    'samenloop.recipient': z.string().nullish(),
    'samenloop.purpose': z.string().nullish(),
    'samenloop.decision_id': z.string(),
    'samenloop.categories': z.array(z.string()),
  }),
})

export function readPermission(place: Place, content: unknown): Permission | null {
  if (place.chain !== DECISIONS) return null
  const parsed = decisionContent.safeParse(content)
  if (!parsed.success) return null
  const { id, granted, request, response, trace_id, timestamp, policies } = parsed.data
  return {
    id,
    at: place.at,
    granted,
    owner: request.owner,
    categories: response.categories,
    recipient: request.caller?.organisation,
    purpose: request.purpose,
    policyVersion: policies,
    traceId: trace_id,
    moment: timestamp,
    address: request.addressId,
  }
}

export function readDisclosure(place: Place, content: unknown): Disclosure | null {
  const owner = /^(img|ncg)\/processing$/.exec(place.chain)?.[1]?.toUpperCase()
  const parsed = disclosureContent.safeParse(content)
  if (!owner || !parsed.success) return null
  const { trace_id, start_time, attributes } = parsed.data
  return {
    ...place,
    owner,
    decision: attributes['samenloop.decision_id'],
    categories: attributes['samenloop.categories'],
    recipient: attributes['samenloop.recipient'],
    purpose: attributes['samenloop.purpose'],
    policyVersion: policyOf(attributes['dpl.core.processing_activity_id']),
    traceId: trace_id,
    moment: start_time,
    pseudonym: attributes['dpl.core.data_subject_id'] ?? undefined,
  }
}

/** The version of the policy in `…:verstrekking-<purpose>:<version>`; lines from before grants had it do not name one. */
const policyOf = (activity: string | undefined): string | undefined =>
  activity && /:verstrekking-[^:]+:([^:]+)$/.exec(activity)?.[1]

/** A grant is valid for half a minute and clocks differ a little, so a decision and its sharing are in the same minute or the next. */
const MINUTE_MS = 60_000

/** The moments of erased contents of a chain, rounded to minutes to save memory. */
export type ErasedMoments = { add(at: number): void; has(at: number): boolean }

export function createErasedMoments(): ErasedMoments {
  const minutes = new Set<number>()
  const minuteOf = (at: number) => Math.floor(at / MINUTE_MS)
  return {
    add: (at) => minutes.add(minuteOf(at)),
    /** Whether contents of about this moment were erased. */
    has: (at) => [-1, 0, 1].some((beside) => minutes.has(minuteOf(at) + beside)),
  }
}

export type Agreement = {
  readonly problems: readonly Problem[]
  readonly unusedGrants: number
  /** Sharings and grants whose counterpart was erased. */
  readonly uncheckable: number
  /** Sharings that cannot be compared completely, because a record of an earlier version lacks values. */
  readonly partlyCompared: number
}

/**
 * Compares what the owners shared with what was decided.
 * @param erased the moments of erased contents, by chain. A record that is missing at such a moment proves nothing.
 */
export function compareLogs(
  chains: ReadonlySet<string>,
  permissions: ReadonlyMap<string, Permission>,
  disclosures: readonly Disclosure[],
  erased: ReadonlyMap<string, ErasedMoments>,
): Agreement {
  // The log of one party alone can be verified, but there is nothing to compare it with.
  if (!chains.has(DECISIONS)) return { problems: [], unusedGrants: 0, uncheckable: 0, partlyCompared: 0 }
  const problems: Problem[] = []
  const used = new Set<string>()
  const addresses = createAddressBook()
  let uncheckable = 0
  let partlyCompared = 0
  for (const disclosure of disclosures) {
    const { chain, seq, at } = disclosure
    const permission = permissions.get(disclosure.decision)
    used.add(disclosure.decision)
    if (!permission && erased.get(DECISIONS)?.has(at)) uncheckable += 1
    else if (!permission)
      problems.push({ chain, seq, what: 'data was shared without a decision of the SVIP' })
    else if (!permission.granted)
      problems.push({ chain, seq, what: 'data was shared on a decision that no grant was made of' })
    else if (permission.owner !== disclosure.owner)
      problems.push({ chain, seq, what: 'the decision is about another agency' })
    else {
      const { faults, isComplete } = faultsBetween(permission, disclosure)
      const { address } = permission
      const { pseudonym } = disclosure
      if (address !== undefined && pseudonym !== undefined && !addresses.agree(chain, address, pseudonym))
        faults.push('data was shared about another address than the decision is about')
      if (!isComplete || address === undefined || pseudonym === undefined) partlyCompared += 1
      problems.push(...faults.map((what) => ({ chain, seq, what })))
    }
  }
  let unusedGrants = 0
  for (const { id, at, owner, granted } of permissions.values()) {
    const chain = `${owner.toLowerCase()}/processing`
    if (!granted || !chains.has(chain) || used.has(id)) continue
    if (erased.get(chain)?.has(at)) uncheckable += 1
    else unusedGrants += 1
  }
  return { problems, unusedGrants, uncheckable, partlyCompared }
}
