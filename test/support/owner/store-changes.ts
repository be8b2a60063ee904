import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { FileRow } from '../../../subgraphs/agency/file-table.ts'
import { reference, type StoreSubject, type StoreUnderTest } from './store-under-test.ts'

/** Tests of registering and changing one file. */
export function describeChanges<Row extends FileRow>(
  subject: StoreSubject<Row>,
  suite: StoreUnderTest<Row>,
): void {
  const { full } = subject

  describe('registering', () => {
    test('stores every column as given and notifies the SVIP', async () => {
      const row = full(1)
      expect(await suite.store.register(row)).toEqual(row)
      expect((await suite.store.byIds([row.id])).get(row.id)).toEqual(row)
      expect(await suite.outbox()).toMatchObject([
        {
          type: subject.eventTypes.registered,
          address: row.address_id,
          reference: row.reference,
          revision: 1,
        },
      ])
    })

    test('a reference that is in use is a CONFLICT and changes nothing', async () => {
      await suite.store.register(full(1))
      const before = await suite.everything()
      await expect(suite.store.register({ ...full(2), reference: reference(1) })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('nummer is al in gebruik'),
      })
      expect(await suite.everything()).toEqual(before)
    })

    test('one reference twice concurrently gives one file and one CONFLICT', async () => {
      const outcomes = await Promise.allSettled([
        suite.store.register(full(1)),
        suite.store.register({ ...full(2), reference: reference(1) }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await suite.outbox()).toHaveLength(1)
    })
  })

  describe('changing', () => {
    test('gives the next revision and notifies the SVIP', async () => {
      const row = await suite.store.register(full(1))
      const changed = await suite.store.change(row.id, 1, (found) => subject.write(found, 'Anders'))
      expect(changed).toEqual({ ...subject.write(row, 'Anders'), revision: 2 })
      expect(await suite.stock()).toEqual([changed])
      expect(await suite.outbox()).toMatchObject([
        { revision: 1 },
        { type: subject.eventTypes.advanced, revision: 2 },
      ])
    })

    test('that ends a file sends that', async () => {
      const row = await suite.store.register(full(1))
      await suite.store.change(row.id, 1, () => subject.end)
      expect((await suite.outbox()).at(-1)).toMatchObject({
        type: subject.eventTypes.ended,
        open: false,
        phase: 'COMPLETION',
        status: null,
      })
    })

    test('with a stale revision is a CONFLICT and changes nothing', async () => {
      const row = await suite.store.register(full(1))
      await suite.store.change(row.id, 1, () => ({}))
      const before = await suite.everything()
      const edit = () => {
        throw new Error('the edit must not run')
      }
      for (const revision of [0, 1, 3]) {
        await expect(suite.store.change(row.id, revision, edit)).rejects.toMatchObject({ code: 'CONFLICT' })
      }
      expect(await suite.everything()).toEqual(before)
    })

    test('by two editors concurrently succeeds for one and is a CONFLICT for the other', async () => {
      const row = await suite.store.register(full(1))
      const outcomes = await Promise.allSettled([1, 2].map(() => suite.store.change(row.id, 1, () => ({}))))
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await suite.stock()).toMatchObject([{ revision: 2 }])
      expect(await suite.outbox()).toHaveLength(2)
    })

    test.each([randomUUID(), '', 'x', `' or true --`, '\0', '00000000-0000-0000-0000-00000000000g'])(
      'a file that does not exist (%j) is BAD_USER_INPUT',
      async (id) => {
        await expect(suite.store.change(id, 1, () => ({}))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      },
    )
  })

  describe('a transaction that fails leaves neither the change nor its event', () => {
    const noMoment = Object.assign(new Date(), { toISOString: () => 'no moment' })
    test('when the event cannot be stored', async () => {
      const row = await suite.store.register(full(1))
      const before = await suite.everything()
      const failing = subject.create(suite.db, () => noMoment)
      await expect(failing.register(full(2))).rejects.toThrow('no moment')
      await expect(failing.change(row.id, 1, () => subject.end)).rejects.toThrow('no moment')
      await expect(failing.importAll([full(1), full(3)])).rejects.toThrow('no moment')
      expect(await suite.everything()).toEqual(before)
    })

    test('when the row cannot be stored', async () => {
      const impossible = { ...full(1), revision: null as unknown as number }
      await expect(suite.store.register(impossible)).rejects.toThrow('revision')
      await expect(suite.store.importAll([full(2), impossible])).rejects.toThrow('revision')
      expect(await suite.everything()).toEqual({ stock: [], outbox: [] })
    })

    test('when the editor refuses', async () => {
      const row = await suite.store.register(full(1))
      const before = await suite.everything()
      const edit = () => {
        throw new Error('refused')
      }
      await expect(suite.store.change(row.id, 1, edit)).rejects.toThrow('refused')
      expect(await suite.everything()).toEqual(before)
    })
  })
}
