import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { print } from 'graphql'
import { AppError } from '../kernel/errors.ts'
import { assertLengths, pastDay } from '../kernel/graphql/input.ts'
import { dateScalar, dateTimeScalar, PERIOD } from '../kernel/graphql/scalars.ts'
import { readTypeDefs } from '../kernel/graphql/schema.ts'
import { createImporter, type RowResult } from '../kernel/import.ts'
import type { Owner } from '../kernel/vocabulary.ts'
import { noticesOf, repeatedNotices } from './agency/notices.ts'
import { toCloudEvent } from './agency/outbox/deliver.ts'
import type { OutboxEvent } from './agency/outbox/outbox.ts'
import { advance as advanceClaim } from './img/advance.ts'
import * as img from './img/claim.ts'
import { acuteSafety, structuralDamage } from './img/findings.ts'
import { claimRow, importClaims } from './img/import.ts'
import { newClaim } from './img/resolvers.ts'
import { advance as advanceProject } from './ncg/advance.ts'
import { foundDamage } from './ncg/findings.ts'
import { importProjects, projectRow } from './ncg/import.ts'
import * as ncg from './ncg/project.ts'
import { newProject } from './ncg/resolvers.ts'
import { readEvents } from './svip/register/read-events.ts'

/** The register accepts everything that an agency accepts from its staff or a file: otherwise a change, or a danger, is lost. */

const NOW = new Date()
const TODAY = NOW.toISOString().slice(0, 10)
const ADDRESS = '0010200000000001'

const EDGES = [
  '0001-01-01',
  '1899-12-31',
  '1900-01-01',
  '8999-12-31',
  '9000-01-01',
  '9999-12-31',
  '2026-02-30',
  TODAY,
]
const days = fc.oneof(
  fc.constantFrom(...EDGES),
  fc
    .date({ min: new Date('1850-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.string({ maxLength: 12 }),
)
const OFFSETS = ['Z', '+14:00', '-12:00', '+00:00', '+25:00', '']
const TIMES = ['00:00', '00:00:00', '23:59:59', '23:59:59.999999999', '24:00:00', '12:00:00.000']
const moments = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(days, fc.constantFrom(...TIMES), fc.constantFrom(...OFFSETS))
      .map(([day, time, offset]) => `${day}T${time}${offset}`),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
)
const ODD = ['\0', '\ud800', '\u2028', '\u00a0', '\ufeff', '"', '\\', '=1+1', '__proto__', '🏚', '\r\n', ' ']
const texts = fc.oneof(
  fc.string({ minLength: 0, maxLength: 130, unit: 'binary' }),
  fc
    .tuple(fc.constantFrom(...ODD), fc.constantFrom('', 'IMG-2026-1'), fc.constantFrom(...ODD))
    .map((parts) => parts.join('')),
  fc.constantFrom(99, 100, 101, 2000, 2001).map((length) => 'é'.repeat(length)),
)
/** Mostly the normal value, sometimes an arbitrary one. */
const mostly = <T>(value: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other })
const references = mostly('IMG-2026-0000001', texts)
const addresses = mostly(ADDRESS, texts)

/** The register's refusal of these events after the outbox; `null` when it accepts them. */
function faultOf(owner: Owner, events: readonly OutboxEvent[]): string | null {
  const batch = events.map(({ id = randomUUID(), type, addressId, occurredAt, data }, index) =>
    toCloudEvent(
      { seq: index, id, type, address_id: addressId, data: JSON.stringify(data), occurred_at: occurredAt },
      `urn:samenloop:${owner.toLowerCase()}`,
    ),
  )
  const read = readEvents(owner, JSON.parse(JSON.stringify(batch)))
  return 'fault' in read ? read.fault : null
}
const eventsOf = {
  IMG: (row: img.DamageClaim) => [
    img.toEvent(row, NOW.toISOString()),
    ...noticesOf({ toNotices: img.toNotices }, row),
    ...repeatedNotices({ toNotices: img.toNotices }, row, NOW.toISOString()),
  ],
  NCG: (row: ncg.StrengtheningProject) => [
    ncg.toEvent(row, NOW.toISOString()),
    ...noticesOf({ toNotices: ncg.toNotices }, row),
    ...repeatedNotices({ toNotices: ncg.toNotices }, row, NOW.toISOString()),
  ],
} as const

/** The result of a mutation or import; `null` when it refuses. Any other error is rethrown. */
function accepted<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
/** Parses values as the schema does. */
const day = (text: string): string => dateScalar.parseValue(text) as string
const moment = (text: string): string => dateTimeScalar.parseValue(text) as string

/** Runs a property, and checks that it accepted and refused something: a property that refuses everything proves nothing. */
async function holds<T>(arbitrary: fc.Arbitrary<T>, tryIt: (value: T) => Promise<boolean> | boolean) {
  let taken = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      if (await tryIt(value)) taken += 1
      else refused += 1
    }),
    { numRuns: 300 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(10)
}

describe('the register accepts what IMG accepts', () => {
  const valid = newClaim(
    { addressId: ADDRESS, reference: 'R-1', kind: 'PHYSICAL', urgency: 'NORMAL', registeredAt: '2025-01-05' },
    TODAY,
  )
  const check = (row: img.DamageClaim | null): boolean => {
    if (row) expect(faultOf('IMG', eventsOf.IMG(row))).toBeNull()
    return row !== null
  }

  test('of a file', () =>
    holds(
      fc.record({
        reference: references,
        address_id: addresses,
        kind: fc.constantFrom('PHYSICAL', 'VALUE_LOSS'),
        phase: fc.constantFrom(...img.DAMAGE_PHASES),
        registered_at: mostly('2025-01-05', days),
        closed_at: mostly('', days),
        inspection_planned_on: mostly('2025-02-01', days),
        report_delivered_on: mostly('2025-03-01', days),
        award_decided_on: mostly('2025-04-01', days),
        structural_damage: fc.constantFrom('ja', 'nee', ''),
        acute_reported_at: mostly('', moments),
        acute_made_safe_at: mostly('', moments),
        acute_description: mostly('Gevel', texts),
      }),
      async (record) => {
        let stored: readonly img.DamageClaim[] = []
        const store = {
          importAll: async (rows: readonly img.DamageClaim[]) => {
            stored = rows
            return new Map<string, RowResult>(rows.map(({ reference }) => [reference, 'loaded']))
          },
        }
        const [result] = await createImporter(claimRow, (rows) => importClaims(store, rows))([record])
        expect(result === 'loaded').toBe(stored.length === 1)
        return check(stored[0] ?? null)
      },
    ))

  test('of a new claim', () =>
    holds(
      fc.record({ reference: references, addressId: addresses, registeredAt: mostly('2025-01-05', days) }),
      (input) =>
        check(
          accepted(() => {
            const row = newClaim(
              { ...input, registeredAt: day(input.registeredAt), kind: 'PHYSICAL', urgency: 'NORMAL' },
              TODAY,
            )
            assertLengths(row)
            return row
          }),
        ),
    ))

  test('of acute danger', () =>
    holds(
      fc.record({ reportedAt: fc.option(moments), madeSafeAt: fc.option(moments) }),
      ({ reportedAt, madeSafeAt }) =>
        check(
          accepted(() => ({
            ...valid,
            ...acuteSafety(
              { ...valid, registered_at: '1900-01-01' },
              {
                reportedAt: reportedAt === null ? null : moment(reportedAt),
                madeSafeAt: madeSafeAt === null ? null : moment(madeSafeAt),
                description: 'Gevel',
              },
              NOW,
            ),
          })),
        ),
    ))

  test('of a step, a finding and a new owner', () =>
    holds(fc.record({ first: days, second: days }), ({ first, second }) =>
      [
        () => ({ ...valid, ...advanceClaim(valid, { to: 'COMPLETION', closedAt: day(first) }, TODAY) }),
        () => ({
          ...valid,
          ...advanceClaim(
            valid,
            { to: 'INSPECTION', inspectionPlannedOn: day(first), inspectionHeldOn: day(second) },
            TODAY,
          ),
        }),
        () => ({
          ...valid,
          ...structuralDamage(
            { ...valid, registered_at: '1900-01-01' },
            { foundOn: day(first), description: 'x' },
            TODAY,
          ),
        }),
        () => ({ ...valid, ownership_changed_on: pastDay(day(first), TODAY, 'De dag') }),
        () => ({
          ...valid,
          ...advanceClaim(
            { ...valid, phase: 'INSPECTION' },
            { to: 'ASSESSMENT', report: { deliveredOn: day(first), summary: 'x', structuralDamage: true } },
            TODAY,
          ),
        }),
      ]
        .map((make) => check(accepted(make)))
        .some(Boolean),
    ))
})

describe('the register accepts what NCG accepts', () => {
  const valid = newProject(
    { addressId: ADDRESS, reference: 'V-1', programme: 'BATCH', startedAt: '2020-01-05' },
    TODAY,
  )
  const check = (row: ncg.StrengtheningProject | null): boolean => {
    if (row) expect(faultOf('NCG', eventsOf.NCG(row))).toBeNull()
    return row !== null
  }

  test('of a file', () =>
    holds(
      fc.record({
        reference: references,
        address_id: addresses,
        status: fc.constantFrom('1.2', '3.1', 'S4_2', 'S5_2', ''),
        started_at: mostly('2020-01-05', days),
        completed_at: mostly('', days),
        inspection_held_on: mostly('2021-01-05', days),
        advice_delivered_on: mostly('2022-01-05', days),
        contract_signed_on: mostly('2023-01-05', days),
      }),
      async (record) => {
        let stored: readonly ncg.StrengtheningProject[] = []
        const store = {
          importAll: async (rows: readonly ncg.StrengtheningProject[]) => {
            stored = rows
            return new Map<string, RowResult>(rows.map(({ reference }) => [reference, 'loaded']))
          },
        }
        const [result] = await createImporter(projectRow, (rows) => importProjects(store, rows))([record])
        expect(result === 'loaded').toBe(stored.length === 1)
        return check(stored[0] ?? null)
      },
    ))

  test('of a new project', () =>
    holds(
      fc.record({ reference: references, addressId: addresses, startedAt: mostly('2025-01-05', days) }),
      (input) =>
        check(
          accepted(() => {
            const row = newProject({ ...input, startedAt: day(input.startedAt), programme: 'BATCH' }, TODAY)
            assertLengths(row)
            return row
          }),
        ),
    ))

  test('of a step, a finding and a new owner', () =>
    holds(days, (text) =>
      [
        () => ({
          ...valid,
          ...advanceProject({ ...valid, started_at: '1900-01-01' }, { completedAt: day(text) }, TODAY),
        }),
        () => ({
          ...valid,
          ...foundDamage(
            { ...valid, started_at: '1900-01-01' },
            { foundOn: day(text), moment: 'INSPECTION', description: 'x' },
            TODAY,
          ),
        }),
        () => ({ ...valid, ownership_changed_on: pastDay(day(text), TODAY, 'De dag') }),
      ]
        .map((make) => check(accepted(make)))
        .some(Boolean),
    ))
})

test('the schemas declare the same period', () => {
  for (const name of ['img', 'ncg', 'svip']) {
    const declared = print(readTypeDefs(name)).match(/^scalar Date(Time)? .*$/gm) ?? []
    expect(declared.length).toBeGreaterThan(0)
    for (const line of declared)
      expect(line).toContain(`@period(from: "${PERIOD.from}", until: "${PERIOD.until}")`)
  }
})

test('a day before the period, stored by an earlier version, still moves its track, but counts in no lead time', () => {
  const old = {
    ...newClaim({ addressId: ADDRESS, reference: 'R-1', kind: 'PHYSICAL', urgency: 'NORMAL' }, TODAY),
    registered_at: '0001-01-01',
    phase_since: '0001-01-01',
  }
  const [state] = [
    toCloudEvent(
      {
        seq: 1,
        id: randomUUID(),
        type: 'nl.img.damage-claim.advanced',
        address_id: ADDRESS,
        data: JSON.stringify(img.toEvent(old, NOW.toISOString()).data),
        occurred_at: NOW.toISOString(),
      },
      'urn:samenloop:img',
    ),
  ]
  expect(readEvents('IMG', JSON.parse(JSON.stringify([state])))).toMatchObject({
    events: [{ track: { since: '0001-01-01', started_on: null } }],
  })
  // Values from an old database can be read.
  expect(dateScalar.serialize('0001-01-01')).toBe('0001-01-01')
})
