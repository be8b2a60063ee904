import { describe, expect, test } from '@jest/globals'
import { createImporter } from '../../kernel/import.ts'
import type { DamageClaim } from './claim.ts'
import { claimRow, importClaims } from './import.ts'

const ROW = {
  reference: 'img-1',
  address_id: '1979200000000001',
  kind: 'PHYSICAL',
  phase: 'REPORTED',
  registered_at: '2025-02-28',
}

/** Imports rows into a fake store that accepts everything; store.test.ts tests the real stores. */
async function bring(...rows: readonly Record<string, string>[]) {
  const claims: DamageClaim[] = []
  const importer = createImporter(claimRow, (parsed) =>
    importClaims(
      {
        async importAll(taken) {
          claims.push(...taken)
          return new Map(taken.map(({ reference }) => [reference, 'loaded' as const]))
        },
      },
      parsed,
    ),
  )
  return { results: await importer(rows), claims }
}

describe('a row', () => {
  test('becomes a claim; an empty cell is no value', async () => {
    const { results, claims } = await bring({
      ...ROW,
      urgency: '',
      handler_name: '',
      acute_reported_at: '2025-03-01T10:30:00+01:00',
    })
    expect(results).toEqual(['loaded'])
    expect(claims).toMatchObject([
      {
        phase: 'REPORTED',
        phase_since: '2025-02-28',
        urgency: 'NORMAL',
        handler_name: null,
        acute_reported_at: '2025-03-01T09:30:00.000Z',
        closed_at: null,
        revision: 1,
      },
    ])
  })

  test.each([
    ['REPORTED', '2025-02-28'],
    ['INSPECTION', null],
    ['ASSESSMENT', null],
    ['DECISION', null],
    ['EXECUTION', null],
    ['COMPLETION', '2025-09-01'],
  ])('in %s is there since %s, never since a day of another category', async (phase, since) => {
    const days = {
      inspection_planned_on: '2025-04-01',
      inspection_held_on: '2025-04-02',
      report_delivered_on: '2025-06-01',
      award_decided_on: '2025-07-01',
      award_paid_on: '2025-08-01',
      closed_at: phase === 'COMPLETION' ? '2025-09-01' : '',
    }
    const { results, claims } = await bring({ ...ROW, ...days, phase })
    expect(results).toEqual(['loaded'])
    expect(claims[0]?.phase_since).toBe(since)
    const given = await bring({ ...ROW, ...days, phase, phase_since: '2025-03-15' })
    expect(given.claims[0]?.phase_since).toBe('2025-03-15')
  })

  test.each([
    [{ phase: 'COMPLETION' }, 'closed_at: hoort bij COMPLETION'],
    [{ closed_at: '2025-09-01' }, 'closed_at: hoort bij COMPLETION'],
    [{ phase: 'INSPECTION' }, 'inspectionPlannedOn'],
    [{ phase: 'ASSESSMENT' }, 'report'],
    [{ phase: 'DECISION' }, 'award'],
    [{ inspection_held_on: '2025-02-27' }, 'De opname kan niet'],
    [{ urgency: 'SOON' }, 'urgency: '],
    [{ kind: '' }, 'kind: kies uit'],
    [{ award_amount_cents: '-1' }, 'award_amount_cents: '],
    [{ reference: 'x'.repeat(101) }, '(reference) is langer dan 100 tekens'],
    [{ handler_email: 'x'.repeat(255) }, '(email) is langer dan 254 tekens'],
    [{ handler_name: 'x'.repeat(201) }, '(name) is langer dan 200 tekens'],
    [{ handler_phone: '0'.repeat(201) }, '(phone) is langer dan 200 tekens'],
    [{ handler_team: 'x'.repeat(201) }, '(team) is langer dan 200 tekens'],
  ])('with %j is rejected', async (changes, reason) => {
    const { results, claims } = await bring({ ...ROW, ...changes }, { ...ROW, reference: 'img-2' })
    expect(results).toEqual([{ rejected: expect.stringContaining(reason) }, 'loaded'])
    expect(claims.map(({ reference }) => reference)).toEqual(['img-2'])
  })
})
