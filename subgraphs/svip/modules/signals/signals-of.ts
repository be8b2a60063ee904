import { createHash } from 'node:crypto'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { isWithin, physicalOf, type Transition } from '../../register/event.ts'
import type { TrackRow } from '../../store/tables.ts'
import type { SignalRule, Trigger } from './rules.ts'
import type { ActiveRules } from './settings.ts'
import type { SignalRow } from './tables.ts'

/** The signals that follow from the change by one event. Pure: no database, no clock. */

export type NewSignal = Pick<SignalRow, 'key' | 'kind' | 'about' | 'recipient' | 'address_id' | 'purpose'>

/** The agency that caused the signal, and the values that identify the occasion. */
type Finding = { readonly from: Owner; readonly occasion: readonly string[] }

const other = (owner: Owner): Owner => (owner === 'IMG' ? 'NCG' : 'IMG')

/**
 * The signals of a transition: for each recipient that of the first rule that applies. The same transition always gives the same keys, so
 * that each signal is stored once.
 */
export function signalsOf(
  transition: Transition,
  { rules, newsDays }: Pick<ActiveRules, 'rules' | 'newsDays'>,
): readonly NewSignal[] {
  const made = new Map<string, NewSignal>()
  for (const rule of rules) {
    const finding = find(rule.trigger, transition, newsDays)
    if (!finding) continue
    for (const signal of addressed(rule, finding, transition))
      if (!made.has(signal.recipient)) made.set(signal.recipient, signal)
  }
  return [...made.values()]
}

function find(trigger: Trigger, transition: Transition, newsDays: number): Finding | null {
  const { event } = transition
  const [before, after] = [physicalOf(transition.before), physicalOf(transition.after)]
  if ('notice' in event) {
    const { owner, id, kind, occurred_at } = event.notice
    if (event.toldAgainAt && !isWithin(newsDays, occurred_at, event.toldAgainAt)) return null
    return trigger.on === 'NOTICE' && trigger.notice === kind ? { from: owner, occasion: [owner, id] } : null
  }
  const { track } = event
  // A track that moved or was removed did not open or close here, and a change that was reported long afterwards is no news.
  if (!after.some((known) => isSame(known, track))) return null
  if (!event.news && !isNews(newsDays, track)) return null
  const previous = before.find((known) => isSame(known, track))
  const others = after
    .filter((known) => known.owner !== track.owner && known.open)
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
  switch (trigger.on) {
    case 'START':
      return !previous?.open && track.open && others.length > 0
        ? { from: track.owner, occasion: [track.owner, track.reference] }
        : null
    case 'END':
      return previous?.open && !track.open && others.length > 0
        ? { from: track.owner, occasion: [track.owner, track.reference] }
        : null
    case 'BOTH_AT': {
      const meets = ({ owner, open, status }: TrackRow): boolean => {
        const statuses = trigger.statuses[owner]
        return open && (statuses === null || (status !== null && statuses.includes(status)))
      }
      const partner = others.find(meets)
      if (!partner || !meets(track) || (previous && meets(previous))) return null
      const pair = track.owner === 'IMG' ? [track, partner] : [partner, track]
      return { from: track.owner, occasion: pair.map(({ reference }) => reference) }
    }
    case 'NOTICE':
      return null
  }
}

const isSame = (a: TrackRow, b: TrackRow): boolean => a.owner === b.owner && a.reference === b.reference

/** Whether the change of a track is recent: by the day of its status, or by its start when that day is unknown. */
function isNews(newsDays: number, { since, started_on, as_of }: TrackRow): boolean {
  const happened = since ?? started_on ?? null
  return happened !== null && isWithin(newsDays, happened, as_of)
}

function addressed(rule: SignalRule, { from, occasion }: Finding, transition: Transition): NewSignal[] {
  const { kind, purposes } = rule
  const signal = (about: Owner, recipient: SignalRow['recipient']): NewSignal => ({
    // Hashed, so that the key reveals nothing about a file and has a fixed length.
    key: createHash('sha256')
      .update(JSON.stringify([kind, recipient, transition.addressId, ...occasion]))
      .digest('hex'),
    kind,
    about,
    recipient,
    address_id: transition.addressId,
    purpose: purposes[0],
  })
  switch (rule.to) {
    case 'OTHER_AGENCY':
      return [signal(from, other(from))]
    case 'OWN_AGENCY':
      return [signal(other(from), from)]
    case 'BOTH_AGENCIES':
      return [signal(from, other(from)), signal(other(from), from)]
    case 'MUNICIPALITY':
      return transition.after.some(({ owner, open }) => owner === 'NCG' && open)
        ? []
        : [signal(from, 'GEMEENTE')]
  }
}
