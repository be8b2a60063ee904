import { z } from 'zod'
import type { Problem } from './verify.ts'

/**
 * Holds the logs of the parties against each other: what an owner shared must be what the SVIP decided. The contents are
 * those of subgraphs/svip/decisions (decisions) and kernel/log/processing.ts (sharings).
 */

type Place = { readonly chain: string; readonly seq: number; readonly at: number }
export type Permission = {
  readonly id: string
  readonly at: number
  readonly owner: string
  readonly categories: readonly string[]
  readonly granted: boolean
}
export type Disclosure = Place & {
  readonly decision: string
  readonly owner: string
  readonly categories: readonly string[]
}

export const DECISIONS = 'svip/decisions'

const decisionContent = z.object({
  id: z.string(),
  granted: z.boolean(),
  request: z.object({ owner: z.string() }),
  response: z.object({ categories: z.array(z.string()) }),
})

const disclosureContent = z.object({
  attributes: z.object({
    'samenloop.decision_id': z.string(),
    'samenloop.categories': z.array(z.string()),
  }),
})

export function readPermission(place: Place, content: unknown): Permission | null {
  if (place.chain !== DECISIONS) return null
  const parsed = decisionContent.safeParse(content)
  if (!parsed.success) return null
  const { id, granted, request, response } = parsed.data
  return { id, at: place.at, granted, owner: request.owner, categories: response.categories }
}

export function readDisclosure(place: Place, content: unknown): Disclosure | null {
  const owner = /^(img|ncg)\/processing$/.exec(place.chain)?.[1]?.toUpperCase()
  const parsed = disclosureContent.safeParse(content)
  if (!owner || !parsed.success) return null
  return {
    ...place,
    owner,
    decision: parsed.data.attributes['samenloop.decision_id'],
    categories: parsed.data.attributes['samenloop.categories'],
  }
}

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
  if (!chains.has(DECISIONS)) return { problems: [], unusedGrants: 0, uncheckable: 0 }
  const problems: Problem[] = []
  const used = new Set<string>()
  let uncheckable = 0
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
    else if (disclosure.categories.some((category) => !permission.categories.includes(category))) {
      problems.push({ chain, seq, what: 'more categories were shared than the decision gives' })
    }
  }
  let unusedGrants = 0
  for (const { id, at, owner, granted } of permissions.values()) {
    const chain = `${owner.toLowerCase()}/processing`
    if (!granted || !chains.has(chain) || used.has(id)) continue
    if (erased.get(chain)?.has(at)) uncheckable += 1
    else unusedGrants += 1
  }
  return { problems, unusedGrants, uncheckable }
}
