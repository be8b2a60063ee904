import type { DataCategory } from '../../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { acuteStore } from './parts.ts'
import type { AcuteCaseRow } from './tables.ts'

/**
 * Who sees a case, and how much of it. It is about a building that IMG found unsafe, so what the policy gives of IMG's data for
 * ACUTE_SAFETY counts: with STATUS that there is a case and how far it is, with SAFETY what is unsafe and what was agreed. IMG's own
 * staff see their own side. For any other purpose there is nothing: that a building is unsafe is no mere status.
 */
export const PURPOSE = 'ACUTE_SAFETY'

/** A case with what its reader may know. */
export type SeenCase = {
  readonly row: AcuteCaseRow
  readonly address: AddressNode
  readonly sight: ReadonlySet<DataCategory>
}

/**
 * Whether the caller may know how an accepted nomination goes on: that tells whether NCG has a track there. What the policy gives of
 * NCG's data for ACUTE_SAFETY counts; a refusal because the agencies do not both have a track says it to who has one.
 */
export async function knowsRoad(
  { address }: Pick<SeenCase, 'address'>,
  context: SvipContext,
): Promise<boolean> {
  const { organisation } = context.caller
  if (organisation === 'NCG') return true
  const recorded = await context.decision({ ...address, purpose: PURPOSE }, 'NCG', 'REGISTER')
  if (!recorded) return false
  const { categories, reason } = recorded.decision
  const hasTrack = address.facts.tracks.some(({ owner }) => owner === organisation)
  return categories.includes('PRESENCE') || (reason === 'NO_CONCURRENCE' && hasTrack)
}

/** The cases that the caller may see of these, in their order; the others are as if they did not exist. */
export async function seenOf(
  rows: readonly AcuteCaseRow[],
  context: SvipContext,
  use?: 'ACUTE_CASE',
): Promise<readonly SeenCase[]> {
  const all = await Promise.all(
    rows.map(async (row): Promise<SeenCase | null> => {
      const address = await context.address(row.address_id, PURPOSE)
      return address && { row, address, sight: await context.visibleWith(['STATUS'], address, 'IMG', use) }
    }),
  )
  return all.filter((seen) => seen !== null).filter(({ sight }) => sight.has('STATUS'))
}

/** The case, when there is one that the caller may see. */
export async function findSeen(id: string, context: SvipContext): Promise<SeenCase | null> {
  const row = await acuteStore(context).find(id)
  const [seen] = row ? await seenOf([row], context, 'ACUTE_CASE') : []
  return seen ?? null
}
