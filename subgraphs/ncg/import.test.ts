import { describe, expect, test } from '@jest/globals'
import { createImporter } from '../../kernel/import.ts'
import { importProjects, projectRow } from './import.ts'
import { STRENGTHENING_STATUSES, type StrengtheningProject } from './project.ts'

const ROW = { reference: 'ncg-1', address_id: '1979200000000001', status: '4.1', started_at: '2024-02-29' }

/** Imports rows into a fake store that accepts everything; store.test.ts tests the real stores. */
async function bring(...rows: readonly Record<string, string>[]) {
  const projects: StrengtheningProject[] = []
  const importer = createImporter(projectRow, (parsed) =>
    importProjects(
      {
        async importAll(taken) {
          projects.push(...taken)
          return new Map(taken.map(({ reference }) => [reference, 'loaded' as const]))
        },
      },
      parsed,
    ),
  )
  const results = await importer(rows)
  return { results, projects, project: projects[0] }
}
const rejection = async (changes: Record<string, string>) => (await bring({ ...ROW, ...changes })).results[0]

describe('a row', () => {
  test('with all columns becomes a project', async () => {
    const { results, project } = await bring({
      ...ROW,
      programme: 'BATCH',
      completed_at: '',
      risk_profile: 'RAISED',
      handler_name: ' B. Begeleider ',
      handler_phone: '050',
      handler_email: 'b@ncg.example',
      handler_team: 'Noord',
      inspection_planned_on: '2024-03-01',
      inspection_held_on: '2024-03-02',
      advice_delivered_on: '2024-04-01',
      advice_summary: 'De kap verstevigen.',
      meets_standard: 'nee',
      measures: 'Kap verstevigen | Schoorsteen vervangen|',
      estimated_cost_cents: '12345678',
      contractor: 'Bouw BV',
      contract_signed_on: '2024-05-01',
      circumstances: 'Nachtdienst.',
    })
    expect(results).toEqual(['loaded'])
    expect(project).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      reference: 'ncg-1',
      address_id: '1979200000000001',
      programme: 'BATCH',
      status: 'S4_1',
      status_since: null,
      started_at: '2024-02-29',
      completed_at: null,
      risk_profile: 'RAISED',
      handler_name: 'B. Begeleider',
      handler_phone: '050',
      handler_email: 'b@ncg.example',
      handler_team: 'Noord',
      inspection_planned_on: '2024-03-01',
      inspection_held_on: '2024-03-02',
      advice_delivered_on: '2024-04-01',
      advice_summary: 'De kap verstevigen.',
      meets_standard: false,
      measures: [
        { description: 'Kap verstevigen', done: false },
        { description: 'Schoorsteen vervangen', done: false },
      ],
      estimated_cost_cents: 12_345_678,
      contractor: 'Bouw BV',
      contract_signed_on: '2024-05-01',
      circumstances: 'Nachtdienst.',
      found_damage: [],
      ownership_changed_on: null,
      revision: 1,
    })
  })

  test('with only the required columns becomes a project, in any status: real data lack earlier facts', async () => {
    for (const status of STRENGTHENING_STATUSES) {
      const { results, project } = await bring({ ...ROW, status })
      expect(results).toEqual(['loaded'])
      expect(project).toMatchObject({
        status,
        status_since: status === 'S1_2' ? ROW.started_at : null,
        programme: 'REGULAR',
        measures: [],
      })
    }
  })

  test('of a completed project has no status, and its measures are done', async () => {
    const { project } = await bring({ ...ROW, status: '', completed_at: '2025-01-01', measures: 'Kap' })
    expect(project).toMatchObject({
      status: null,
      status_since: '2025-01-01',
      completed_at: '2025-01-01',
      measures: [{ description: 'Kap', done: true }],
    })
  })

  test.each(STRENGTHENING_STATUSES)('may name status %s as NCG does', async (status) => {
    const { project } = await bring({ ...ROW, status: status.slice(1).replace('_', '.') })
    expect(project?.status).toBe(status)
  })

  test.each([
    ['S1_2', '2024-02-29'],
    ['S2_1', null],
    ['S3_1', null],
    ['S4_1', null],
    ['S4_2', null],
    ['S5_1', null],
    ['S5_2', null],
  ])('in %s is there since %s, never since a day of another category', async (status, since) => {
    const days = {
      inspection_held_on: '2024-03-02',
      advice_delivered_on: '2024-04-01',
      contract_signed_on: '2024-05-01',
    }
    const planned = { inspection_planned_on: '2099-01-01' }
    const row = { ...ROW, ...days, ...planned, status }
    expect((await bring(row)).project?.status_since).toBe(since)
    expect((await bring({ ...row, status_since: '2024-03-15' })).project?.status_since).toBe('2024-03-15')
  })
})

describe('a row is rejected, with its column and without its value', () => {
  test.each([
    [{ reference: '' }, 'reference: mag niet leeg zijn'],
    [{ address_id: '1979010000000001' }, 'address_id: is geen BAG-nummeraanduiding'],
    [{ programme: 'X' }, 'programme: '],
    [{ status: '6.1' }, 'status: '],
    [{ status: 'COMPLETED' }, 'status: '],
    [{ started_at: '' }, 'started_at: is geen datum'],
    [{ started_at: '2024-02-30' }, 'started_at: is geen datum'],
    [{ risk_profile: 'P90' }, 'risk_profile: '],
    [{ meets_standard: 'misschien' }, 'meets_standard: '],
    [{ estimated_cost_cents: '12,50' }, 'estimated_cost_cents: '],
    [{ estimated_cost_cents: '-1' }, 'estimated_cost_cents: '],
    [{ measures: 'x'.repeat(2001) }, 'measures'],
    [{ measures: 'x|'.repeat(101) }, 'measures: '],
    [{ reference: 'x'.repeat(101) }, '(reference) is langer dan 100 tekens'],
    [{ handler_email: 'x'.repeat(255) }, '(email) is langer dan 254 tekens'],
    [{ contractor: 'x'.repeat(201) }, '(contractor) is langer dan 200 tekens'],
    [{ status: '' }, 'status: hoort bij een lopend project'],
    [{ completed_at: '2025-01-01' }, 'status: hoort bij een lopend project'],
    [{ status: '', completed_at: '2024-02-28' }, 'Het project kan niet zijn afgerond voordat'],
    [{ inspection_held_on: '2024-02-28' }, 'De opname kan niet zijn gehouden voordat'],
    [{ advice_delivered_on: '2024-02-28' }, 'Het advies kan niet zijn uitgebracht voordat'],
    [{ contract_signed_on: '2024-02-28' }, 'De overeenkomst kan niet zijn getekend voordat'],
    [
      { status: '', completed_at: '2025-01-01', contract_signed_on: '2025-01-02' },
      'nadat het project is afgerond',
    ],
  ])('%j', async (changes, reason) => {
    expect(await rejection(changes)).toEqual({ rejected: expect.stringContaining(reason) })
  })

  test('and the others are loaded, with the results in order', async () => {
    const second = { ...ROW, reference: 'ncg-2', status: '', completed_at: '' }
    const { results, projects } = await bring({ ...ROW, status: '9.9' }, ROW, second, {
      ...ROW,
      reference: 'ncg-3',
    })
    expect(results).toEqual([
      { rejected: expect.any(String) },
      'loaded',
      { rejected: expect.any(String) },
      'loaded',
    ])
    expect(projects.map(({ reference }) => reference)).toEqual(['ncg-1', 'ncg-3'])
  })
})

test('the last valid row of a reference counts', async () => {
  const { results, projects } = await bring(
    { ...ROW, status: '1.2' },
    { ...ROW, status: '3.1' },
    { ...ROW, inspection_held_on: '2000-01-01' },
  )
  expect(results).toEqual(['loaded', 'loaded', { rejected: expect.any(String) }])
  expect(projects).toMatchObject([{ reference: 'ncg-1', status: 'S3_1' }])
})

test('an unknown column refuses the batch', async () => {
  await expect(bring({ ...ROW, bsn: '123456782' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('bsn'),
  })
})
