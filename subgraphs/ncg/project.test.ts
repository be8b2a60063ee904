import { describe, expect, test } from '@jest/globals'
import { isEnumType, isObjectType } from 'graphql'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema } from '../../kernel/graphql/subgraph.ts'
import { aProject } from '../../test/support/owner/ncg.ts'
import {
  FINDING_MOMENTS,
  PROGRAMMES,
  phaseOf,
  RISK_PROFILES,
  STRENGTHENING_STATUSES,
  toEvent,
  toGraphql,
} from './project.ts'

const { schema } = buildSchema(readTypeDefs('ncg'), {})
const valuesOf = (name: string) => {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => value.name) : []
}

describe('the enums of a project are those of the schema', () => {
  test.each([
    ['StrengtheningProgramme', PROGRAMMES],
    ['FindingMoment', FINDING_MOMENTS],
    ['StrengtheningStatus', STRENGTHENING_STATUSES],
    ['RiskProfile', RISK_PROFILES],
    ['StrengtheningPhase', [...new Set([...STRENGTHENING_STATUSES, null].map(phaseOf))]],
  ])('%s', (name, words) => {
    expect(words).toEqual(valuesOf(name))
  })

  test('a project has a value for every field of its type', () => {
    const type = schema.getType('StrengtheningProject')
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    expect(Object.keys(toGraphql(aProject())).sort()).toEqual(fields.sort())
  })
})

describe('the phase follows from the status', () => {
  test.each([
    ['S1_2', 'SCOPE'],
    ['S2_1', 'INSPECTION'],
    ['S3_1', 'ASSESSMENT'],
    ['S4_1', 'PLANNING'],
    ['S4_2', 'PLANNING'],
    ['S5_1', 'EXECUTION'],
    ['S5_2', 'EXECUTION'],
    [null, 'COMPLETION'],
  ] as const)('%s: %s', (status, phase) => {
    expect(phaseOf(status)).toBe(phase)
  })
})

describe('a project as a GraphQL object', () => {
  test('is complete', () => {
    expect(toGraphql(aProject())).toEqual({
      id: '00000000-0000-4000-8000-000000000001',
      address: { __typename: 'Address', id: '1979200000000001' },
      reference: 'ref-1',
      programme: 'BATCH',
      status: 'S4_2',
      phase: 'PLANNING',
      startedAt: '2024-02-29',
      completedAt: null,
      handler: {
        name: 'B. Begeleider',
        phone: '050 123 45 67',
        email: 'b.begeleider@ncg.example',
        team: 'Eemsdelta',
      },
      inspection: { plannedOn: '2024-09-01', heldOn: '2024-09-02' },
      contract: { contractor: 'Bouwbedrijf Noord', signedOn: '2025-07-01' },
      contractSigned: true,
      advice: { deliveredOn: '2025-01-15', summary: 'De kap verstevigen.', meetsStandard: false },
      measures: [
        { description: 'Kap verstevigen', done: false },
        { description: 'Schoorsteen vervangen', done: true },
      ],
      riskProfile: 'SLIGHTLY_RAISED',
      estimatedCostCents: 12_345_678,
      circumstances: 'Bewoner werkt in nachtdienst.',
      foundDamage: [{ foundOn: '2025-05-01', moment: 'INSPECTION', description: 'Scheur in de voorgevel.' }],
      ownershipChangedOn: '2025-06-01',
      revision: 1,
    })
  })

  test('has null for a part without known values', () => {
    const unknown = aProject(1, {
      handler_name: null,
      handler_phone: null,
      handler_email: null,
      handler_team: null,
      inspection_planned_on: null,
      inspection_held_on: null,
      advice_delivered_on: null,
      advice_summary: null,
      meets_standard: null,
      contractor: null,
      contract_signed_on: null,
    })
    expect(toGraphql(unknown)).toMatchObject({
      handler: null,
      inspection: null,
      advice: null,
      contract: null,
      contractSigned: false,
    })
  })

  test('has a contractor without a signature, with signedOn null', () => {
    expect(toGraphql(aProject(1, { contract_signed_on: null }))).toMatchObject({
      contract: { contractor: 'Bouwbedrijf Noord', signedOn: null },
      contractSigned: false,
    })
  })
})

describe('the events to the SVIP', () => {
  const AT = '2026-11-22T09:30:00.000Z'

  test('a new project: registered, with its phase', () => {
    expect(toEvent(aProject(), AT)).toEqual({
      type: 'nl.ncg.strengthening-project.registered',
      addressId: '1979200000000001',
      occurredAt: AT,
      data: {
        reference: 'ref-1',
        phase: 'PLANNING',
        status: 'S4_2',
        open: true,
        since: '2025-06-01',
        startedOn: '2024-02-29',
        revision: 1,
      },
    })
  })

  test('a change: advanced', () => {
    expect(toEvent(aProject(1, { revision: 2 }), AT).type).toBe('nl.ncg.strengthening-project.advanced')
  })

  test('a completion: completed, without a status', () => {
    const completed = aProject(1, {
      revision: 9,
      status: null,
      completed_at: '2026-10-01',
      status_since: '2026-10-01',
    })
    expect(toEvent(completed, AT)).toMatchObject({
      type: 'nl.ncg.strengthening-project.completed',
      data: { phase: 'COMPLETION', status: null, open: false, since: '2026-10-01', revision: 9 },
    })
  })

  test('an imported project that was already completed: registered, and not open', () => {
    const completed = aProject(1, { status: null, completed_at: '2026-10-01' })
    expect(toEvent(completed, AT)).toMatchObject({
      type: 'nl.ncg.strengthening-project.registered',
      data: { open: false },
    })
  })

  test('have no contents of the file', () => {
    expect(JSON.stringify(toEvent(aProject(), AT))).not.toMatch(
      /Begeleider|Kap|Bouwbedrijf|nachtdienst|12345678|RAISED/i,
    )
  })
})
