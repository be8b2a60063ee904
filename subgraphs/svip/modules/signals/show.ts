import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import { signalActivity } from './activity.ts'
import {
  basicPurpose,
  type Direction,
  directionOf,
  neededFor,
  othersOf,
  type Reader,
  viewpointOf,
} from './reader.ts'
import { ruleOf } from './rules.ts'
import type { SignalRow, SignalStepRow } from './tables.ts'

/** A signal with what its reader may know. */
export type ShownSignal = {
  readonly row: SignalRow
  readonly address: AddressNode
  readonly direction: Direction
  /** Whether the reader may know the kind, and not only that there is a signal. */
  readonly specific: boolean
}

/** A step, and whether the caller is the sender, who does not see who worked on it. */
export type ShownStep = { readonly taken: SignalStepRow; readonly sent: boolean }

/** The reader of this request. */
export function readerOf(
  { caller, now }: Pick<SvipContext, 'caller' | 'now'>,
  purpose: Purpose | null,
): Reader {
  const at = now()
  const instant = at.toISOString()
  return { caller, policy: policyInForce(instant), instant, today: dutchDay(at), purpose }
}

/** Shows signals as far as this reader may know them, once that is on record; leaves out signals that the reader may not know of. */
export async function show(
  context: SvipContext,
  rows: readonly SignalRow[],
  purpose: Purpose | null,
  what: string,
): Promise<readonly ShownSignal[]> {
  const shown = await Promise.all(rows.map((row) => asSeen(context, row, purpose)))
  const left = shown.filter((signal) => signal !== null)
  await context.recordOwn(
    left.map(({ row }) => row.address_id),
    what,
    signalActivity,
  )
  return left
}

/** Decides, on record, what this reader may know of a signal now; `null` when the reader may not know of it. */
export async function asSeen(
  context: SvipContext,
  row: SignalRow,
  purpose: Purpose | null,
): Promise<ShownSignal | null> {
  const { caller } = context
  const viewpoint = viewpointOf(caller)
  const address = viewpoint && (await context.address(row.address_id, purpose))
  if (!address) return null
  const direction = directionOf(caller, row)
  if (viewpoint === 'SUPERVISOR') return { row, address, direction, specific: true }
  const needed = neededFor(direction, row)
  const shown = { row, address, direction, specific: needed.length === 0 }
  if (viewpoint === 'PRIVACY') return shown
  const basic = { ...address, purpose: basicPurpose(caller) }
  const present = await Promise.all(
    othersOf(caller).map((owner) => context.visibleWith(['PRESENCE'], basic, owner, 'REGISTER')),
  )
  if (!present.every((categories) => categories.has('PRESENCE'))) return null
  if (shown.specific || address.purpose === null || !ruleOf(row.kind).purposes.includes(address.purpose))
    return shown
  const use = needed.includes('FINDINGS') ? 'SIGNAL' : 'REGISTER'
  const categories = await context.visible(address, sideOf(caller.organisation, row), use)
  return { ...shown, specific: needed.every((category) => categories.has(category)) }
}

/** The agency on the other side of a signal, for its sender or recipient. */
const sideOf = (organisation: string, { about, recipient }: SignalRow): Owner =>
  about === organisation && recipient !== 'GEMEENTE' ? recipient : about
