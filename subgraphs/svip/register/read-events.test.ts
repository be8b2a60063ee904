import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { noticeTypes, removedType, stateTypes } from './event-shapes.ts'
import { readEvents } from './read-events.ts'

const envelope = (type: string, data: object) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'urn:samenloop:img',
  type,
  time: '2026-11-22T10:00:00.000Z',
  datacontenttype: 'application/json',
  data: { addressId: '0024209900000006', reference: 'R-1', ...data },
})
const state = (data: object = {}) =>
  envelope('nl.img.damage-claim.advanced', {
    phase: 'INSPECTION',
    status: null,
    open: true,
    since: '2026-11-01',
    revision: 2,
    ...data,
  })
const notice = (data: object = {}) => envelope('nl.img.structural-damage.found', data)

describe('reading events', () => {
  test('distinguishes a claim that is not about the building, and a fresh notice', () => {
    const read = readEvents('IMG', [state({ physical: false }), state({ news: true })])
    expect(read).toMatchObject({ events: [{ track: { physical: false } }, { news: true }] })
    expect('events' in read && read.events[0]).not.toHaveProperty('news')
    expect(readEvents('IMG', [state({ physical: 'nee' })])).toEqual({ fault: '0.data.physical' })
  })

  test('reads the state of a track, a removed track, and a notice', () => {
    const gone = envelope('nl.img.damage-claim.removed', { revision: 3 })
    const fresh = notice()
    expect(readEvents('IMG', [state(), gone, fresh])).toEqual({
      events: [
        {
          id: expect.any(String),
          track: {
            owner: 'IMG',
            reference: 'R-1',
            address_id: '0024209900000006',
            phase: 'INSPECTION',
            status: null,
            open: true,
            since: '2026-11-01',
            started_on: null,
            physical: true,
            revision: 2,
            as_of: '2026-11-22T10:00:00.000Z',
          },
        },
        {
          id: gone.id,
          track: expect.objectContaining({ reference: 'R-1', revision: 3, open: false }),
          removed: true,
        },
        {
          id: fresh.id,
          notice: {
            id: fresh.id,
            owner: 'IMG',
            kind: 'STRUCTURAL_DAMAGE_FOUND',
            address_id: '0024209900000006',
            reference: 'R-1',
            occurred_at: '2026-11-22T10:00:00.000Z',
          },
        },
      ],
    })
  })

  test('leaves out contents that an agency should not have sent', () => {
    const read = readEvents('IMG', [notice({ description: 'GEHEIM' })])
    expect(JSON.stringify(read)).not.toContain('GEHEIM')
  })

  test('every type belongs to one agency', () => {
    const types = (['IMG', 'NCG'] as const).map((owner) => [
      ...stateTypes(owner),
      removedType(owner),
      ...noticeTypes(owner),
    ])
    expect(types.map(({ length }) => length)).toEqual([8, 7])
    expect(new Set(types.flat()).size).toBe(15)
  })

  test.each<[string, unknown, string]>([
    ['no list', {}, 'batch'],
    ['too many', Array(1001).fill(state()), 'batch'],
    ['no object', [1], '0'],
    ['nothing', [state(), null], '1'],
    ['another type', [{ ...state(), type: 'nl.img.damage-claim.exploded' }], '0.type'],
    ['of the other agency', [{ ...state(), type: 'nl.ncg.damage.found' }], '0.type'],
    ['another source', [{ ...state(), source: 'urn:samenloop:ncg' }], '0.source'],
    ['no id', [{ ...state(), id: undefined }], '0.id'],
    ['an old version', [{ ...state(), specversion: '0.3' }], '0.specversion'],
    ['no moment', [{ ...state(), time: 'now' }], '0.time'],
    ['a year that no term counts from', [{ ...notice(), time: '0001-01-01T00:00:00Z' }], '0.time'],
    ['a year that no term ends in', [{ ...notice(), time: '9999-12-31T00:00:00Z' }], '0.time'],
    ['told again in no year', [notice({ toldAgainAt: '9999-12-31T23:59:59Z' })], '0.data.toldAgainAt'],
    ['another content type', [{ ...state(), datacontenttype: 'text/plain' }], '0.datacontenttype'],
    ['an unknown phase', [state(), state({ phase: 'SCOPE' })], '1.data.phase'],
    ['no address', [notice({ addressId: '1' })], '0.data.addressId'],
    ['a NUL', [notice({ reference: 'R\0' })], '0.data.reference'],
    ['a revision that does not fit', [state({ revision: 2 ** 31 })], '0.data.revision'],
    ['an attribute that is none', [{ ...notice(), 'Not-An-Attribute': 'x' }], '0.attributes'],
  ])('says where it is wrong, not what it holds: %s', (_name, body, fault) => {
    expect(readEvents('IMG', body)).toEqual({ fault })
  })
})
