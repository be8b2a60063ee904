import { z } from 'zod'
import { createAddressBook, faultsBetween, type Known } from './agree.ts'
import type { Problem } from './read-chain.ts'

/**
 * Holds the logs of the parties against each other: what an owner shared must be what the SVIP decided. The contents are
 * those of subgraphs/svip/decisions (decisions) and kernel/records/log/processing.ts (sharings).
 */

type Place = { readonly chain: string; readonly seq: number; readonly at: number }
export type Permission = Known & {
  readonly id: string
  readonly at: number
  readonly owner: string
  readonly categories: readonly string[]
  readonly granted: boolean
  /** Address as the SVIP names it. */
  readonly address?: string | undefined
}
export type Disclosure = Place &
  Known & {
    readonly decision: string
    readonly owner: string
    readonly categories: readonly string[]
    /** Address as the owner names it. */
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

/** The version of the policy in `…:verstrekking-<purpose>:<version>`; lines of before grants carried it name none. */
const policyOf = (activity: string | undefined): string | undefined =>
  activity && /:verstrekking-[^:]+:([^:]+)$/.exec(activity)?.[1]

/** A grant lives half a minute at most, and clocks differ a little: what belongs together is in the same minute or the next. */
const MINUTE_MS = 60_000

/** When contents of a chain were that were erased since; as the minutes in which there was one, not to keep them all. */
export type ErasedMoments = { add(at: number): void; has(at: number): boolean }

export function createErasedMoments(): ErasedMoments {
  const minutes = new Set<number>()
  const minuteOf = (at: number) => Math.floor(at / MINUTE_MS)
  return {
    add: (at) => minutes.add(minuteOf(at)),
    /** Whether one was erased of about this moment. */
    has: (at) => [-1, 0, 1].some((beside) => minutes.has(minuteOf(at) + beside)),
  }
}

export type Agreement = {
  readonly problems: readonly Problem[]
  readonly unusedGrants: number
  /** Sharings and grants whose other half was erased. */
  readonly uncheckable: number
  /** Sharings of which one half does not name all that is compared, as in entries of earlier versions. */
  readonly partlyCompared: number
}

/**
 * Compares what the owners shared with what was decided.
 * @param erased by chain: when contents were that were erased since. What is missing at such a moment is no proof of anything.
 */
export function compareLogs(
  chains: ReadonlySet<string>,
  permissions: ReadonlyMap<string, Permission>,
  disclosures: readonly Disclosure[],
  erased: ReadonlyMap<string, ErasedMoments>,
): Agreement {
  // One party's log alone can be checked on its own, but there is nothing to hold it against.
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
