import { describe, expect, test } from '@jest/globals'
import { isEnumType, isObjectType } from 'graphql'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema } from '../../kernel/graphql/subgraph.ts'
import { openSettings } from '../../kernel/runtime/settings.ts'
import { aClaim } from '../../test/support/owner/img.ts'
import {
  claimSettings,
  DAMAGE_KINDS,
  DAMAGE_PHASES,
  type DamageClaim,
  statusOf,
  toEvent,
  toGraphql,
  URGENCIES,
} from './claim.ts'

const { schema } = buildSchema(readTypeDefs('img'), {})
const valuesOf = (name: string) => {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => value.name) : []
}

describe('the enums of a claim are those of the schema', () => {
  test.each([
    ['DamageKind', DAMAGE_KINDS],
    ['DamagePhase', DAMAGE_PHASES],
    ['Urgency', URGENCIES],
    ['DamageStatus', DAMAGE_PHASES.map(statusOf).filter((status) => status !== null)],
  ])('%s', (name, words) => {
    expect(words).toEqual(valuesOf(name))
  })

  test('a claim has a value for every field of its type', () => {
    const type = schema.getType('DamageClaim')
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    expect(Object.keys(toGraphql(aClaim())).sort()).toEqual(fields.sort())
  })
})

describe('a claim as a GraphQL object', () => {
  test('is complete', () => {
    expect(toGraphql(aClaim())).toMatchObject({
      address: { __typename: 'Address', id: '1979200000000001' },
      phase: 'ASSESSMENT',
      status: 'VIEWS',
      handler: {
        name: 'B. Behandelaar',
        phone: '050 123 45 67',
        email: 'b.behandelaar@img.example',
        team: 'Noord',
      },
      inspection: { plannedOn: '2025-04-01', heldOn: '2025-04-02' },
      report: { deliveredOn: '2025-06-01', summary: 'Scheuren in de noordgevel.', structuralDamage: true },
      acuteSafety: { reportedAt: '2025-03-01T09:30:00.000Z', madeSafeAt: '2025-03-02T09:30:00.123Z' },
      award: { decidedOn: '2025-07-01', amountCents: 1_234_567, paidOn: '2025-08-01' },
    })
  })

  test.each<[string, Partial<DamageClaim>]>([
    ['handler', { handler_name: null, handler_phone: null, handler_email: null, handler_team: null }],
    ['inspection', { inspection_planned_on: null, inspection_held_on: null }],
    ['report', { report_delivered_on: null, report_summary: null, structural_damage: null }],
    ['award', { award_decided_on: null, award_amount_cents: null, award_paid_on: null }],
    ['acuteSafety', { acute_reported_at: null, acute_made_safe_at: null, acute_description: null }],
  ])('%s is null when nothing of it is known', (field, changes) => {
    expect(toGraphql(aClaim(1, changes))).toMatchObject({ [field]: null })
  })

  test('a building is acutely unsafe from the report until it is made safe', () => {
    expect(toGraphql(aClaim()).acutelyUnsafe).toBe(false)
    expect(toGraphql(aClaim(1, { acute_made_safe_at: null })).acutelyUnsafe).toBe(true)
    expect(toGraphql(aClaim(1, { acute_reported_at: null, acute_made_safe_at: null })).acutelyUnsafe).toBe(
      false,
    )
  })
})

describe('the events to the SVIP', () => {
  const AT = '2026-11-22T09:30:00.000Z'

  test.each<[string, Partial<DamageClaim>, object]>([
    [
      'registered',
      {},
      { phase: 'ASSESSMENT', status: 'VIEWS', open: true, since: '2025-06-01', revision: 1 },
    ],
    [
      'advanced',
      { revision: 2, phase: 'EXECUTION' },
      { phase: 'EXECUTION', status: null, open: true, revision: 2 },
    ],
    [
      'closed',
      { revision: 3, phase: 'COMPLETION', closed_at: '2025-09-01' },
      { phase: 'COMPLETION', open: false },
    ],
    ['registered', { phase: 'COMPLETION', closed_at: '2025-09-01' }, { open: false, revision: 1 }],
  ])('is that a claim is %s (%j)', (moment, changes, state) => {
    expect(toEvent(aClaim(1, changes), AT)).toMatchObject({
      type: `nl.img.damage-claim.${moment}`,
      addressId: '1979200000000001',
      occurredAt: AT,
      data: { reference: 'ref-1', ...state },
    })
  })

  test('have no contents of the file', () => {
    expect(JSON.stringify(toEvent(aClaim(), AT))).not.toMatch(
      /Behandelaar|Scheuren|schoorsteen|slechtziend|1234567|PHYSICAL/,
    )
  })
})

describe('the kinds of damage that count for the cooperation', () => {
  test.each(DAMAGE_KINDS)('%s: the event says whether it counts, not which kind it is', (kind) => {
    const { data } = toEvent(aClaim(1, { kind }), '2026-11-22T10:00:00.000Z')
    expect(data.physical).toBe(kind === 'PHYSICAL')
    expect(JSON.stringify(data)).not.toMatch(/VALUE_LOSS|IMMATERIAL/)
    expect(toEvent(aClaim(1, { kind }), '2026-11-22T10:00:00.000Z', ['VALUE_LOSS']).data.physical).toBe(
      kind === 'VALUE_LOSS',
    )
  })

  test('are a setting; a kind that does not exist, or none at all, stops the start', () => {
    const read = (PHYSICAL_DAMAGE_KINDS?: string) =>
      openSettings([claimSettings], { PHYSICAL_DAMAGE_KINDS })(claimSettings).PHYSICAL_DAMAGE_KINDS
    expect(read()).toEqual(['PHYSICAL'])
    expect(read('VALUE_LOSS,PHYSICAL')).toEqual(['PHYSICAL', 'VALUE_LOSS'])
    for (const names of ['FYSIEK', 'PHYSICAL,FYSIEK', ''])
      expect(() => read(names)).toThrow('  - PHYSICAL_DAMAGE_KINDS must name one or more of PHYSICAL, ')
  })
})
