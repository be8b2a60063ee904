import { addDays } from '../../../kernel/calendar.ts'
import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import type { TrackRow } from '../store/tables.ts'

/** The events of the agencies for the register: the state of a track, or a notice. */

export const NOTICES = {
  'nl.img.acute-safety.reported': 'ACUTE_SAFETY_REPORTED',
  'nl.img.acute-safety.made-safe': 'ACUTE_SAFETY_MADE_SAFE',
  'nl.img.structural-damage.found': 'STRUCTURAL_DAMAGE_FOUND',
  'nl.img.ownership.changed': 'OWNERSHIP_CHANGED',
  'nl.ncg.damage.found': 'DAMAGE_FOUND',
  'nl.ncg.damage.found-during-works': 'DAMAGE_FOUND_DURING_WORKS',
  'nl.ncg.ownership.changed': 'OWNERSHIP_CHANGED',
} as const
export type NoticeType = keyof typeof NOTICES
export type NoticeKind = (typeof NOTICES)[NoticeType]

/** A notice of something that happened at a track; the details stay in the file of the agency. */
export type NoticeRow = {
  /** The CloudEvents `id`, which is unique per owner. */
  readonly id: string
  readonly owner: Owner
  readonly kind: NoticeKind
  readonly address_id: string
  readonly reference: string
  readonly occurred_at: string
}

export type RegisterEvent =
  | {
      readonly id: string
      readonly track: TrackRow
      /** The agency no longer has this track. */
      readonly removed?: true
      /** The notice was just recorded, whatever its date. */
      readonly news?: true
    }
  | {
      readonly id: string
      readonly notice: NoticeRow
      /** When the agency resent it for an import or a reconciliation, and not because it just happened. */
      readonly toldAgainAt?: string
    }

/** The tracks that count for the cooperation; value loss, for instance, does not concern the building. */
export const physicalOf = <Track extends Pick<TrackRow, 'physical'>>(
  tracks: readonly Track[],
): readonly Track[] => tracks.filter(({ physical }) => physical !== false)

/** Whether something was reported at most `newsDays` days after it happened. */
export const isWithin = (newsDays: number, happened: string, reported: string): boolean =>
  dutchDay(new Date(happened)) >= addDays(dutchDay(new Date(reported)), -newsDays)

/** The change of one event: the tracks of one address before and after it, which are equal for a notice. */
export type Transition = {
  readonly event: RegisterEvent
  readonly addressId: string
  readonly before: readonly TrackRow[]
  readonly after: readonly TrackRow[]
}

/** The key of a track. */
export const keyOf = ({ owner, reference }: Pick<TrackRow, 'owner' | 'reference'>): string =>
  `${owner} ${reference}`

/** A removed track with its last revision; older events do not bring it back. */
export type RemovedTrack = Pick<TrackRow, 'owner' | 'reference' | 'revision'>

/**
 * Returns the changes of a batch of events, in order, given the current tracks. A state that is not newer than the known one changes
 * nothing, so events may arrive twice or late; a track that moves to another address changes both.
 * @param gone tracks that were removed before.
 */
export function transitionsOf(
  known: readonly TrackRow[],
  events: readonly RegisterEvent[],
  gone: readonly RemovedTrack[] = [],
): Transition[] {
  const revisions = new Map([...gone, ...known].map((track) => [keyOf(track), track.revision]))
  const tracks = new Map(known.map((track) => [keyOf(track), track]))
  const addresses = Map.groupBy(known, ({ address_id }) => address_id)
  const at = (addressId: string): readonly TrackRow[] => addresses.get(addressId) ?? []
  const change = (event: RegisterEvent, addressId: string, after: TrackRow[]): Transition => {
    const before = at(addressId)
    addresses.set(addressId, after)
    return { event, addressId, before, after }
  }
  return events.flatMap((event) => {
    if ('notice' in event) {
      const { address_id: addressId } = event.notice
      return [{ event, addressId, before: at(addressId), after: at(addressId) }]
    }
    const { track, removed = false } = event
    const key = keyOf(track)
    if ((revisions.get(key) ?? 0) >= track.revision) return []
    const previous = tracks.get(key)
    revisions.set(key, track.revision)
    const without = (addressId: string) => at(addressId).filter((other) => keyOf(other) !== key)
    if (removed) {
      tracks.delete(key)
      return previous ? [change(event, previous.address_id, without(previous.address_id))] : []
    }
    tracks.set(key, track)
    const left = previous && previous.address_id !== track.address_id ? [previous.address_id] : []
    return [
      ...left.map((addressId) => change(event, addressId, without(addressId))),
      change(event, track.address_id, [...without(track.address_id), track]),
    ]
  })
}
