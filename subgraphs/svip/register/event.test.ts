import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aTrack, noticed, removed, stateEvent } from '../../../test/support/svip/register.ts'
import type { TrackRow } from '../store/tables.ts'
import { keyOf, type RegisterEvent, type RemovedTrack, type Transition, transitionsOf } from './event.ts'

const [HERE, THERE] = ['0010200000000001', '0010200000000002']

/** The register after transitions, as in the store. */
function applied(
  tracks: ReadonlyMap<string, TrackRow>,
  gone: ReadonlyMap<string, RemovedTrack>,
  transitions: readonly Transition[],
) {
  const [present, absent] = [new Map(tracks), new Map(gone)]
  for (const { event } of transitions) {
    if (!('track' in event)) continue
    if (event.removed) {
      present.delete(keyOf(event.track))
      absent.set(keyOf(event.track), event.track)
    } else present.set(keyOf(event.track), event.track)
  }
  return { present, absent }
}

/** Applies batches one after the other. */
function take(batches: readonly (readonly RegisterEvent[])[]) {
  let present: ReadonlyMap<string, TrackRow> = new Map()
  let absent: ReadonlyMap<string, RemovedTrack> = new Map()
  const transitions: Transition[] = []
  for (const batch of batches) {
    const found = transitionsOf([...present.values()], batch, [...absent.values()])
    transitions.push(...found)
    ;({ present, absent } = applied(present, absent, found))
  }
  return { register: [...present.values()].sort((a, b) => keyOf(a).localeCompare(keyOf(b))), transitions }
}

describe('the changes of an event', () => {
  test('a first state adds a track, a newer one replaces it, an older or equal one changes nothing', () => {
    const known = [aTrack({ revision: 2 })]
    expect(transitionsOf([], [stateEvent()])).toMatchObject([{ before: [], after: [{ revision: 1 }] }])
    expect(transitionsOf(known, [stateEvent({ revision: 3, phase: 'ASSESSMENT' })])).toMatchObject([
      { addressId: HERE, before: [{ revision: 2 }], after: [{ revision: 3, phase: 'ASSESSMENT' }] },
    ])
    expect(transitionsOf(known, [stateEvent({ revision: 2 }), stateEvent({ revision: 1 })])).toEqual([])
  })

  test('a track that moves changes the old and the new address', () => {
    const known = [aTrack(), aTrack({ reference: 'R-2' })]
    expect(transitionsOf(known, [stateEvent({ revision: 2, address_id: THERE })])).toMatchObject([
      { addressId: HERE, before: [{}, {}], after: [{ reference: 'R-2' }] },
      { addressId: THERE, before: [], after: [{ reference: 'R-1' }] },
    ])
  })

  test('the same reference of the other agency is another track', () => {
    expect(transitionsOf([aTrack()], [stateEvent({ owner: 'NCG' })])).toMatchObject([
      { before: [{ owner: 'IMG' }], after: [{ owner: 'IMG' }, { owner: 'NCG' }] },
    ])
  })

  test('a removed track stays removed after older events', () => {
    const gone = removed({ revision: 3 })
    expect(transitionsOf([aTrack()], [gone])).toMatchObject([{ before: [{}], after: [] }])
    expect(take([[stateEvent(), gone], [stateEvent(), gone], [stateEvent({ revision: 2 })]])).toMatchObject({
      register: [],
      transitions: [{}, {}],
    })
    expect(take([[stateEvent(), gone, stateEvent({ revision: 4 })]]).register).toMatchObject([
      { revision: 4 },
    ])
  })

  test('a track that has moved is removed at its current address', () => {
    expect(transitionsOf([aTrack({ address_id: THERE })], [removed({ revision: 2 })])).toMatchObject([
      { addressId: THERE, after: [] },
    ])
  })

  test('a notice has the tracks at the moment it is processed', () => {
    const [, notice] = transitionsOf([], [stateEvent({ status: 'VIEWS' }), noticed()])
    expect(notice?.before).toEqual(notice?.after)
    expect(notice?.after).toMatchObject([{ status: 'VIEWS' }])
  })
})

const REFERENCES = ['R-1', 'R-2', 'R-3']
const state = fc.record({
  owner: fc.constantFrom('IMG' as const, 'NCG' as const),
  reference: fc.constantFrom(...REFERENCES),
  address_id: fc.constantFrom(HERE, THERE),
  phase: fc.constantFrom('REPORTED', 'INSPECTION', 'COMPLETION'),
  gone: fc.boolean(),
})

/** A history as agencies write it: per track the revisions increase by one. */
const history = fc.array(state, { maxLength: 25 }).map((changes) => {
  const revisions = new Map<string, number>()
  return changes.map(({ gone, ...change }): RegisterEvent => {
    const key = keyOf(change)
    const revision = (revisions.get(key) ?? 0) + 1
    revisions.set(key, revision)
    return gone ? removed({ ...change, revision }) : stateEvent({ ...change, revision })
  })
})

/** Cuts a list into batches at random places. */
const cut = <T>(items: readonly T[], at: readonly number[]): T[][] => {
  const places = [...new Set(at.map((place) => place % (items.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, index) => items.slice(from, places[index] ?? items.length))
}

describe('for any delivery', () => {
  test('the register and the transitions do not depend on the batches', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(30), { maxLength: 6 }), (events, places) => {
        const inOne = take([events])
        const inMany = take(cut(events, places))
        expect(inMany.register).toEqual(inOne.register)
        // The tracks of an address have no particular order.
        const sorted = (transitions: readonly Transition[]) =>
          transitions.map(({ event, addressId, before, after }) => [
            event.id,
            addressId,
            before.map(keyOf).sort(),
            after.map(keyOf).sort(),
          ])
        expect(sorted(inMany.transitions)).toEqual(sorted(inOne.transitions))
      }),
    )
  })

  test('batches that are resent, from any point on, change nothing', () => {
    fc.assert(
      fc.property(history, fc.nat(30), fc.nat(30), (events, one, other) => {
        const [from, until] = [Math.min(one, other), Math.max(one, other)]
        const again = take([events.slice(0, until), events.slice(from, until), events.slice(from)])
        const once = take([events])
        expect(again.register).toEqual(once.register)
        expect(again.transitions.map(({ event }) => event.id)).toEqual(
          once.transitions.map(({ event }) => event.id),
        )
      }),
    )
  })

  test('the final register does not depend on the order between tracks', () => {
    fc.assert(
      fc.property(history, (events) => {
        const byTrack = Map.groupBy(events, (event) => ('track' in event ? keyOf(event.track) : ''))
        expect(take([[...byTrack.values()].flat()]).register).toEqual(take([events]).register)
      }),
    )
  })

  test('each transition begins where the previous one at that address ended', () => {
    fc.assert(
      fc.property(history, (events) => {
        const at = new Map<string, readonly TrackRow[]>()
        for (const { addressId, before, after } of take([events]).transitions) {
          expect(before).toEqual(at.get(addressId) ?? [])
          at.set(addressId, after)
        }
      }),
    )
  })
})
