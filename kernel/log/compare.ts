import { z } from 'zod'
import type { Problem } from './verify.ts'

/**
 * Holds the logs of the parties against each other: what an owner shared must be what the SVIP decided. The contents are
 * those of subgraphs/svip/decisions (decisions) and kernel/log/processing.ts (sharings).
 */

type Place = { readonly chain: string; readonly seq: number }
export type Permission = Place & {
  readonly id: string
  readonly owner: string
  readonly categories: readonly string[]
  readonly granted: boolean
}
export type Disclosure = Place & {
  readonly decision: string
  readonly owner: string
  readonly categories: readonly string[]
}

const DECISIONS = 'svip/decisions'

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
  return { ...place, id, granted, owner: request.owner, categories: response.categories }
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

export function compareLogs(
  chains: ReadonlySet<string>,
  permissions: ReadonlyMap<string, Permission>,
  disclosures: readonly Disclosure[],
): { readonly problems: readonly Problem[]; readonly unusedGrants: number } {
  // One party's log alone can be checked on its own, but there is nothing to hold it against.
  if (!chains.has(DECISIONS)) return { problems: [], unusedGrants: 0 }
  const problems: Problem[] = []
  const used = new Set<string>()
  for (const disclosure of disclosures) {
    const { chain, seq } = disclosure
    const permission = permissions.get(disclosure.decision)
    used.add(disclosure.decision)
    if (!permission) problems.push({ chain, seq, what: 'data was shared without a decision of the SVIP' })
    else if (!permission.granted)
      problems.push({ chain, seq, what: 'data was shared on a decision that no grant was made of' })
    else if (permission.owner !== disclosure.owner)
      problems.push({ chain, seq, what: 'the decision is about another agency' })
    else if (disclosure.categories.some((category) => !permission.categories.includes(category))) {
      problems.push({ chain, seq, what: 'more categories were shared than the decision gives' })
    }
  }
  const unused = [...permissions.values()].filter(
    ({ id, owner, granted }) => granted && chains.has(`${owner.toLowerCase()}/processing`) && !used.has(id),
  )
  return { problems, unusedGrants: unused.length }
}
