import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { aProject } from '../../test/support/owner/ncg.ts'
import { describeStore } from '../../test/support/owner/store-suite.ts'
import { addressOf, reference } from '../../test/support/owner/store-under-test.ts'
import type { StrengtheningProject } from './project.ts'
import { createProjectRegister, createProjectStore } from './store/project-store.ts'
import { migrations } from './store/tables.ts'

const TAKEN = 'Op dit adres is al een versterkingsproject; per adres is er één.'

describeStore(
  {
    table: 'strengthening_project',
    migrations,
    create: createProjectStore,
    createRegister: createProjectRegister,
    full: aProject,
    end: { status: null, completed_at: '2025-09-01', status_since: '2025-09-01' },
    write: (project, text) => ({
      ...project,
      reference: text,
      handler_name: text,
      handler_phone: text,
      handler_email: text,
      handler_team: text,
      advice_summary: text,
      measures: [{ description: text, done: true }],
      contractor: text,
      circumstances: text,
    }),
    happened: {
      nothing: { found_damage: [], ownership_changed_on: null },
      all: {
        found_damage: [
          { foundOn: '2025-05-01', moment: 'INSPECTION', description: 'Scheur.' },
          { foundOn: '2025-08-01', moment: 'WORKS', description: 'Scheur.' },
        ],
        ownership_changed_on: '2025-06-01',
      },
      on: (day) => ({ ownership_changed_on: day }),
      types: ['nl.ncg.damage.found', 'nl.ncg.damage.found-during-works', 'nl.ncg.ownership.changed'],
      removed: 'nl.ncg.strengthening-project.removed',
    },
    eventTypes: {
      registered: 'nl.ncg.strengthening-project.registered',
      advanced: 'nl.ncg.strengthening-project.advanced',
      ended: 'nl.ncg.strengthening-project.completed',
    },
  },
  (suite) => {
    const outcomeOf = async (rows: readonly StrengtheningProject[]) =>
      Object.fromEntries(await suite.store.importAll(rows))

    describe('an address has one project', () => {
      test('a second is a CONFLICT, also when the first is completed', async () => {
        await suite.store.register(aProject(1))
        await suite.store.change(aProject(1).id, 1, () => ({ status: null, completed_at: '2025-09-01' }))
        await expect(
          suite.store.register({ ...aProject(2), address_id: addressOf(1) }),
        ).rejects.toMatchObject({
          code: 'CONFLICT',
          message: TAKEN,
        })
      })

      test('a second in an import is rejected, and the rest of the batch is loaded', async () => {
        await suite.store.register(aProject(1))
        const rows = [aProject(2, { address_id: addressOf(1) }), aProject(3)]
        expect(await outcomeOf(rows)).toEqual({
          [reference(2)]: { rejected: TAKEN },
          [reference(3)]: 'loaded',
        })
        expect((await suite.stock()).map((row) => row.reference).sort()).toEqual([reference(1), reference(3)])
      })

      test('of two in one import the first is loaded, and remains so on a repeat', async () => {
        const rows = [aProject(1), aProject(2, { address_id: addressOf(1) })]
        const second = { rejected: TAKEN }
        expect(await outcomeOf(rows)).toEqual({ [reference(1)]: 'loaded', [reference(2)]: second })
        expect(await outcomeOf(rows)).toEqual({ [reference(1)]: 'unchanged', [reference(2)]: second })
      })

      test('a project may move to a free address, not to a taken one', async () => {
        await suite.store.importAll([aProject(1), aProject(2)])
        const moves = [aProject(1, { address_id: addressOf(2) }), aProject(2, { address_id: addressOf(3) })]
        expect(await outcomeOf(moves)).toEqual({
          [reference(1)]: { rejected: TAKEN },
          [reference(2)]: 'loaded',
        })
      })

      test('also when an import and registrations run concurrently', async () => {
        const rows = Array.from({ length: 20 }, (_, index) => aProject(index))
        const rivals = rows.map((row) => ({
          ...row,
          id: randomUUID(),
          reference: `rival of ${row.reference}`,
        }))
        const [imported, ...registered] = await Promise.allSettled([
          suite.store.importAll(rows),
          ...rivals.map((row) => suite.store.register(row)),
        ])
        expect(imported.status).toBe('fulfilled')
        expect(await suite.store.count({})).toBe(20)
        const refused = registered.filter((each) => each.status === 'rejected')
        for (const { reason } of refused) expect(reason).toMatchObject({ code: 'CONFLICT', message: TAKEN })
      })
    })
  },
)
