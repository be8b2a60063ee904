import { describe, expect, test } from '@jest/globals'
import { moveTo } from './actions.ts'
import { REQUEST_KINDS } from './tables.ts'
import { requestSettings } from './terms.ts'

/** The place of a request after a step; transitions.test.ts says who may take it. */

const terms = requestSettings.parse({ REQUEST_CONSENT_DAYS: '15' })
/** Half past midnight of 2 March in the Netherlands. */
const clock = { now: () => new Date('2026-03-01T23:30:00Z'), terms }
const aRow = (changes: Partial<Parameters<typeof moveTo>[1]> = {}): Parameters<typeof moveTo>[1] => ({
  purpose: 'COOPERATION',
  owner: 'NCG',
  assessing_desk: 'IMG',
  kind: 'OTHER',
  outcome: null,
  assignee: 'anna',
  place: 'IMG',
  ...changes,
})

describe('a request that moves', () => {
  test.each([
    ['SUBMITTED', 'IMG', '2026-03-07'],
    ['ASSESSED', 'IMG', '2026-03-07'],
    ['AWAITING_CONSENT', 'IMG', '2026-03-17'],
    ['FORWARDED', 'NCG', '2026-03-12'],
    ['RETURNED', 'REQUESTER', '2026-03-16'],
    ['ANSWERED', 'REQUESTER', '2026-04-01'],
    ['FOLLOWED_UP', 'REQUESTER', '2026-04-01'],
    ['CLOSED', null, null],
    ['WITHDRAWN', null, null],
  ] as const)('to %s is at %s until %s, by the calendar of the Netherlands', (state, place, due_on) => {
    expect(moveTo(state, aRow(), clock)).toEqual({
      state,
      place,
      due_on,
      // A request that has ended has no place.
      ended_at: place === null ? '2026-03-01T23:30:00.000Z' : null,
      // The assignee works for the desk that had the request.
      assignee: place === 'IMG' ? 'anna' : null,
    })
  })

  test('answered with an acceleration is at the agency that answered, refused at the requester', () => {
    for (const kind of REQUEST_KINDS)
      for (const outcome of ['GRANTED', 'PARTLY_GRANTED', 'REFUSED'] as const) {
        const atOwner = kind === 'ACCELERATION' && outcome !== 'REFUSED'
        const { place } = moveTo('ANSWERED', aRow({ kind, outcome }), clock)
        expect([kind, outcome, place]).toEqual([kind, outcome, atOwner ? 'NCG' : 'REQUESTER'])
      }
  })

  test('about acute safety is due the next day', () => {
    const { due_on } = moveTo('FORWARDED', aRow({ purpose: 'ACUTE_SAFETY' }), clock)
    expect(due_on).toBe('2026-03-03')
  })
})
