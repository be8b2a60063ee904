import type { DataCategory } from '../../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { acuteStore } from './parts.ts'
import type { AcuteCaseRow } from './tables.ts'

/**
 * Who sees a case, and how much of it. A case is about a building that IMG found unsafe, so it needs what the policy gives of IMG's data
 * for ACUTE_SAFETY: with STATUS the reader sees the case and its state, with SAFETY what is unsafe and what was agreed. IMG's own staff see
 * it as their own data. For any other purpose a case is not shown, because an unsafe building is more than a status.
 */
export const PURPOSE = 'ACUTE_SAFETY'

/** A case with the categories that its reader may know. */
export type SeenCase = {
  readonly row: AcuteCaseRow
  readonly address: AddressNode
  readonly sight: ReadonlySet<DataCategory>
}

/**
 * Whether the caller may know how an accepted nomination continues, which reveals whether NCG has a track at the address. That needs what
 * the policy gives of NCG's data for ACUTE_SAFETY; a caller whose own agency has a track also learns it from a refusal because the agencies
 * do not both have one.
 */
export async function knowsContinuation(
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

/** Returns those of the cases that the caller may see, in the same order; the others look as if they do not exist. */
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

/** Finds a case that the caller may see. */
export async function findSeen(id: string, context: SvipContext): Promise<SeenCase | null> {
  const row = await acuteStore(context).find(id)
  const [seen] = row ? await seenOf([row], context, 'ACUTE_CASE') : []
  return seen ?? null
}
