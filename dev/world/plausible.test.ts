import { describe, expect, test } from '@jest/globals'
import { twg2023 } from '../../subgraphs/svip/policy/versions/twg-2023.ts'
import type { CsvRecord } from '../../tools/csv/csv.ts'
import { createWorld } from './world.ts'

const world = createWorld({ scale: 1 / 5 })
const img = [...world.records('img')]
const ncg = [...world.records('ncg')]
const consents = [...world.records('consents')]

const cell = (record: CsvRecord, column: string): string => record[column] ?? ''
const filled = (record: CsvRecord, column: string): boolean => cell(record, column) !== ''
/** The rows whose dates, as far as they are there, are not in this order. */
const disordered = (rows: readonly CsvRecord[], ...columns: readonly string[]) =>
  rows.filter((row) => {
    const dates = columns.map((column) => cell(row, column).slice(0, 10)).filter(Boolean)
    return dates.some((date, index) => date < (dates[index - 1] ?? ''))
  })

describe('damage claims', () => {
  test('have their dates in the order of the process, from 2019 to the last day of the world', () => {
    const steps = [
      'inspection_held_on',
      'report_delivered_on',
      'award_decided_on',
      'award_paid_on',
      'closed_at',
    ]
    expect(disordered(img, 'registered_at', ...steps)).toEqual([])
    expect(disordered(img, 'registered_at', 'inspection_planned_on', 'closed_at')).toEqual([])
    const dates = img.flatMap((row) =>
      ['registered_at', ...steps].map((step) => cell(row, step)).filter(Boolean),
    )
    expect(dates.filter((date) => date < '2019-01-01' || date > '2026-10-31')).toEqual([])
  })

  test('have what belongs to their phase and nothing of a later one', () => {
    const wrong = img.filter((row) => {
      const phase = cell(row, 'phase')
      const physical = cell(row, 'kind') === 'PHYSICAL'
      const decided = phase === 'DECISION' || phase === 'EXECUTION'
      if (phase === 'COMPLETION') return !filled(row, 'closed_at')
      return (
        filled(row, 'closed_at') ||
        filled(row, 'inspection_planned_on') !== (physical && phase !== 'REPORTED') ||
        filled(row, 'report_delivered_on') !== (phase === 'ASSESSMENT' || (physical && decided)) ||
        filled(row, 'award_decided_on') !== decided ||
        (filled(row, 'award_paid_on') && phase !== 'EXECUTION')
      )
    })
    expect(wrong).toEqual([])
  })

  test('take six months on average, and are made safe within 48 hours where that was needed', () => {
    const days = img
      .filter((row) => filled(row, 'closed_at'))
      .map(
        (row) => (Date.parse(cell(row, 'closed_at')) - Date.parse(cell(row, 'registered_at'))) / 86_400_000,
      )
    const average = days.reduce((sum, each) => sum + each, 0) / days.length
    expect(average).toBeGreaterThan(150)
    expect(average).toBeLessThan(210)
    const hours = img
      .filter((row) => filled(row, 'acute_made_safe_at'))
      .map(
        (row) =>
          (Date.parse(cell(row, 'acute_made_safe_at')) - Date.parse(cell(row, 'acute_reported_at'))) /
          3_600_000,
      )
    expect(hours.length).toBeGreaterThan(0)
    expect(hours.filter((each) => each <= 0 || each > 48)).toEqual([])
  })
})

describe('strengthening projects', () => {
  test('have their dates in the order of the process', () => {
    const steps = ['inspection_held_on', 'advice_delivered_on', 'contract_signed_on', 'completed_at']
    expect(disordered(ncg, 'started_at', ...steps)).toEqual([])
    expect(ncg.filter((row) => cell(row, 'started_at') < '2019-01-01')).toEqual([])
  })

  test('have what belongs to their status and nothing of a later one', () => {
    const order = ['S1_2', 'S2_1', 'S3_1', 'S4_1', 'S4_2', 'S5_1', 'S5_2']
    const wrong = ncg.filter((row) => {
      if (filled(row, 'completed_at')) return filled(row, 'status') || !filled(row, 'advice_delivered_on')
      const from = (status: string) => order.indexOf(cell(row, 'status')) >= order.indexOf(status)
      return (
        filled(row, 'inspection_held_on') !== from('S3_1') ||
        filled(row, 'advice_delivered_on') !== from('S4_1') ||
        filled(row, 'measures') !== from('S4_2') ||
        (filled(row, 'contract_signed_on') && !from('S5_1')) ||
        (!filled(row, 'contract_signed_on') && from('S5_2')) ||
        filled(row, 'contractor') !== filled(row, 'contract_signed_on')
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('people', () => {
  test('are a few dozen invented employees with an address that cannot exist', () => {
    for (const [rows, domain] of [
      [img, '@img.example'],
      [ncg, '@ncg.example'],
    ] as const) {
      const handlers = new Set(rows.map((row) => cell(row, 'handler_email')).filter(Boolean))
      expect(handlers.size).toBe(30)
      expect(
        [...handlers].filter((email) => !/^[a-z]+\.[a-z]+@/.test(email) || !email.endsWith(domain)),
      ).toEqual([])
    }
  })

  test('have circumstances to reckon with at about two percent of the files', () => {
    const share =
      [...img, ...ncg].filter((row) => filled(row, 'circumstances')).length / (img.length + ncg.length)
    expect(share).toBeGreaterThan(0.015)
    expect(share).toBeLessThan(0.025)
  })
})

describe('consents', () => {
  test('exist in every state', () => {
    const state = (row: CsvRecord) =>
      filled(row, 'withdrawn_at')
        ? 'WITHDRAWN'
        : filled(row, 'valid_until') && cell(row, 'valid_until') < '2026-01-01'
          ? 'EXPIRED'
          : 'GIVEN'
    const states = Map.groupBy(consents, state)
    expect([...states].map(([name, rows]) => [name, rows.length]).sort()).toEqual([
      ['EXPIRED', 8],
      ['GIVEN', 42],
      ['WITHDRAWN', 10],
    ])
  })

  test('hold no more than the policy lets a consent give, to someone else than the owner, where both have a track', () => {
    const givable = (owner: string, recipient: string, purpose: string, category: string) =>
      twg2023.rules.some(
        ({ basis, owners, recipients, purposes, categories }) =>
          basis === 'CONSENT' &&
          owners.some((each) => each === owner) &&
          recipients.some(({ organisation }) => organisation === recipient) &&
          purposes.some((each) => each === purpose) &&
          categories.some((each) => each === category),
      )
    const tracks = [img, ncg].map((rows) => new Set(rows.map((row) => cell(row, 'address_id'))))
    for (const consent of consents) {
      const [owner, recipient] = [cell(consent, 'owner'), cell(consent, 'recipient')]
      expect(owner).not.toBe(recipient)
      expect(tracks.every((track) => track.has(cell(consent, 'address_id')))).toBe(true)
      for (const purpose of cell(consent, 'purposes').split('|')) {
        for (const category of cell(consent, 'categories').split('|')) {
          expect([purpose, category, givable(owner, recipient, purpose, category)]).toEqual([
            purpose,
            category,
            true,
          ])
        }
      }
    }
  })
})
