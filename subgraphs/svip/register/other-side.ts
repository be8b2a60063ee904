import { asServed } from '../../../kernel/minimise/minimise.ts'
import type { DataCategory, Owner } from '../../../kernel/vocabulary.ts'
import type { Concurrence } from '../schema.generated.ts'
import type { TrackRow } from '../store/tables.ts'
import { ADVICE, COOPERATION, type CooperationMatrix, cooperationGroup } from './cooperation-groups.ts'
import { physicalOf } from './event.ts'
import { PHASE_LABELS, STATUS_LABELS } from './track-labels.ts'

/** Answers from the register what is going on on the other side, limited to what the caller may know. */

/** Which categories of each agency the asker may know. */
export type Visible = Readonly<Record<Owner, ReadonlySet<DataCategory>>>

export function otherSide(tracks: readonly TrackRow[], visible: Visible, matrix: CooperationMatrix) {
  const counted = physicalOf(tracks)
  const img = leading(counted, 'IMG')
  const ncg = leading(counted, 'NCG')
  const both = (category: DataCategory) => visible.IMG.has(category) && visible.NCG.has(category)
  const group =
    both('STATUS') && img?.open && ncg?.open ? cooperationGroup(ncg.status, img.status, matrix) : null
  const shown = tracks.filter(({ owner }) => visible[owner].has('STATUS'))
  const answer = {
    // A claim that is not about the building counts for presence only.
    img: summary('IMG', img ?? leading(tracks, 'IMG'), visible.IMG),
    ncg: summary('NCG', ncg, visible.NCG),
    concurrence: both('PRESENCE') ? concurrence(img, ncg, both('STATUS')) : null,
    group,
    cooperation: group && COOPERATION[group],
    advice: group && ADVICE[group],
    asOf:
      shown
        .map(({ as_of }) => new Date(as_of).toISOString())
        .sort()
        .at(-1) ?? null,
  }
  return asServed(answer, new Set([...visible.IMG, ...visible.NCG]))
}

/** The track of an agency that counts: open before closed, then the newest; `null` when there is none. */
export function leading(tracks: readonly TrackRow[], owner: Owner): TrackRow | null {
  const own = tracks.filter((track) => track.owner === owner)
  return (
    own.toSorted(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        (b.since ?? '').localeCompare(a.since ?? '') ||
        a.reference.localeCompare(b.reference),
    )[0] ?? null
  )
}

function summary(owner: Owner, track: TrackRow | null, visible: ReadonlySet<DataCategory>) {
  if (!visible.has('PRESENCE')) return null
  if (!track || !visible.has('STATUS'))
    return asServed(
      { present: track !== null, open: null, phase: null, phaseCode: null, status: null, since: null },
      visible,
    )
  const shown = {
    present: true,
    open: track.open,
    phase: PHASE_LABELS[owner].get(track.phase) ?? null,
    phaseCode: track.phase,
    status: (track.status && STATUS_LABELS[owner].get(track.status)) ?? null,
    since: track.since,
  }
  return asServed(shown, visible)
}

/** Whether both are open depends on status; a caller who may only know of presence gets `BOTH`. */
function concurrence(img: TrackRow | null, ncg: TrackRow | null, statusVisible: boolean): Concurrence {
  if (!img && !ncg) return 'NONE'
  if (!img || !ncg) return 'ONE_SIDE'
  return statusVisible && img.open && ncg.open ? 'BOTH_OPEN' : 'BOTH'
}
