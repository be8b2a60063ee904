import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { encodeCursor, readPage } from '../../../kernel/graphql/connection.ts'
import type { FileFilter, FileRow } from '../../../subgraphs/agency/file-table.ts'
import { addressOf, type StoreSubject, type StoreUnderTest } from './store-under-test.ts'

/** Tests of reading. */
export function describeReading<Row extends FileRow>(
  subject: StoreSubject<Row>,
  suite: StoreUnderTest<Row>,
): void {
  const { full } = subject

  describe('reading', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => full(index))

    test('pages go through a hundred rows with equal dates once each, newest first', async () => {
      await suite.store.importAll(hundred)
      const seen: string[] = []
      let after: string | null = null
      do {
        const page = readPage({ first: 7, after }, 2)
        const rows = await suite.store.page({}, page)
        const shown = rows.slice(0, 7)
        seen.push(...shown.map(({ id }) => id))
        const last: Row | undefined = shown.at(-1)
        after = rows.length > 7 && last ? encodeCursor(suite.store.placeOf(last)) : null
      } while (after && seen.length < 200)
      expect(seen).toEqual(
        hundred
          .map(({ id }) => id)
          .sort()
          .reverse(),
      )
    })

    test.each([
      ['no day', ['2026-13-01', randomUUID()]],
      ['no id', ['2026-01-01', `'; drop table outbox; --`]],
      ['nothing', ['', '']],
    ])('a page after %s is BAD_USER_INPUT', async (_what, after) => {
      await expect(suite.store.page({}, { first: 1, after })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      })
    })

    test('a filter narrows the rows and their number alike', async () => {
      await suite.store.importAll(hundred)
      const [row] = await suite.stock()
      if (row) await suite.store.change(row.id, 1, () => subject.end)
      const find = async (filter: FileFilter) => {
        const total = await suite.store.count(filter)
        expect(await suite.store.page(filter, { first: 100, after: null })).toHaveLength(total)
        return total
      }
      expect(await find({ open: true })).toBe(99)
      expect(await find({ open: false })).toBe(1)
      expect(await find({ open: null, addressId: null })).toBe(100)
      expect(await find({ addressId: addressOf(5) })).toBe(1)
      expect(await find({ addressId: addressOf(5), handlerEmail: 'nobody@example.nl' })).toBe(0)
      expect(await find({ addressId: '' })).toBe(0)
    })

    test('files are found by id and by address, and unknown ones are absent', async () => {
      await suite.store.importAll(hundred)
      const [five, six] = [full(5), full(6)]
      const byIds = await suite.store.byIds([five.id, six.id, randomUUID(), 'no id', `') or true --`])
      expect([...byIds.keys()].sort()).toEqual([five.id, six.id].sort())
      const byAddresses = await suite.store.byAddresses([
        addressOf(5),
        addressOf(6),
        addressOf(777),
        `') or true --`,
      ])
      expect(byAddresses).toEqual(
        new Map([
          [addressOf(5), [five]],
          [addressOf(6), [six]],
        ]),
      )
      expect(await suite.store.byIds([])).toEqual(new Map())
      expect(await suite.store.byAddresses([])).toEqual(new Map())
    })
  })
}
