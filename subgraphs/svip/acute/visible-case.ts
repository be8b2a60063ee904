import type { DataCategory } from '../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../context.ts'
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

/** The cases that the caller may see of these, in their order; the others are as if they did not exist. */
export async function seenOf(
  rows: readonly AcuteCaseRow[],
  context: SvipContext,
  use?: 'ACUTE_CASE',
): Promise<readonly SeenCase[]> {
  const all = await Promise.all(
    rows.map(async (row): Promise<SeenCase | null> => {
      const address = await context.address(row.address_id, PURPOSE)
      return address && { row, address, sight: await context.visible(address, 'IMG', use) }
    }),
  )
  return all.filter((seen) => seen !== null).filter(({ sight }) => sight.has('STATUS'))
}

/** The case, when there is one that the caller may see; a miss of either kind is on record and looks the same. */
export async function findSeen(id: string, what: string, context: SvipContext): Promise<SeenCase | null> {
  const row = await context.acute.find(id)
  const [seen] = row ? await seenOf([row], context, 'ACUTE_CASE') : []
  if (!seen) await context.refused(what)
  return seen ?? null
}
