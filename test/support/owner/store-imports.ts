import { randomInt, randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { FileRow } from '../../../subgraphs/agency/file-table.ts'
import { reference, type StoreSubject, type StoreUnderTest } from './store-under-test.ts'

const HOSTILE = [
  `'; drop table outbox; --`,
  `"; delete from log_entry; --`,
  `\\'; select pg_sleep(10); --`,
  `$1`,
  `\${table}`,
  `null`,
  `{"a":[1,"\\u0000"]}`,
  `%_\\`,
  `Ĳsselstraat 1, 😀 \u202e\n\t`,
]

/** Tests of imports, with many files and texts of every kind. */
export function describeImports<Row extends FileRow>(
  subject: StoreSubject<Row>,
  suite: StoreUnderTest<Row>,
): void {
  const { full } = subject

  describe('importing', () => {
    const again = (number: number) => ({ ...full(number), id: randomUUID() })
    /** The events without notices, which store-register.ts tests. */
    const states = async () => (await suite.outbox()).filter((event) => 'revision' in event)

    test('stores new rows and notifies the SVIP of each', async () => {
      const rows = [full(1), full(2)]
      expect(await suite.store.importAll(rows)).toEqual(
        new Map([
          [reference(1), 'loaded'],
          [reference(2), 'loaded'],
        ]),
      )
      expect(await suite.stock()).toEqual(rows)
      expect(await states()).toMatchObject([
        { type: subject.eventTypes.registered, reference: reference(1) },
        { type: subject.eventTypes.registered, reference: reference(2) },
      ])
    })

    test('the same twice changes nothing', async () => {
      await suite.store.importAll([full(1), full(2)])
      const before = await suite.everything()
      expect(await suite.store.importAll([again(1), again(2)])).toEqual(
        new Map([
          [reference(1), 'unchanged'],
          [reference(2), 'unchanged'],
        ]),
      )
      expect(await suite.everything()).toEqual(before)
    })

    test('a row that differs keeps its id and gets the next revision; the others stay', async () => {
      await suite.store.importAll([full(1), full(2)])
      const ended = { ...again(1), ...subject.end }
      expect(await suite.store.importAll([ended, again(2)])).toEqual(
        new Map([
          [reference(1), 'loaded'],
          [reference(2), 'unchanged'],
        ]),
      )
      expect(await suite.stock()).toEqual([{ ...ended, id: full(1).id, revision: 2 }, full(2)])
      expect((await states()).slice(2)).toMatchObject([
        { type: subject.eventTypes.ended, reference: reference(1), revision: 2 },
      ])
    })

    test('concurrently with another import of the same rows succeeds', async () => {
      const rows = Array.from({ length: 50 }, (_, index) => full(index))
      const outcomes = await Promise.all([
        suite.store.importAll(rows),
        suite.store.importAll(rows.toReversed()),
      ])
      expect(outcomes.flatMap((each) => [...each.values()]).filter((each) => each === 'loaded')).toHaveLength(
        50,
      )
      expect(await states()).toHaveLength(50)
    })

    test('the longest keys that may be entered fit in the indexes', async () => {
      // Four bytes per character, and incompressible.
      const wide = (length: number) =>
        Array.from({ length }, () => String.fromCodePoint(randomInt(0x20000, 0x2a6d0))).join('')
      const row = { ...subject.write(full(1), wide(254)), reference: wide(100) }
      expect(await suite.store.importAll([row])).toEqual(new Map([[row.reference, 'loaded']]))
    })

    test('of no rows changes nothing', async () => {
      expect(await suite.store.importAll([])).toEqual(new Map())
    })
  })

  describe('text that looks like SQL is text', () => {
    test.each(HOSTILE)('%j', async (text) => {
      const row = subject.write(full(1), text)
      expect(await suite.store.register(row)).toEqual(row)
      expect(await suite.store.importAll([{ ...row, id: randomUUID() }])).toEqual(
        new Map([[row.reference, 'unchanged']]),
      )
      expect(await suite.store.change(row.id, 1, (found) => subject.write(found, `${text}${text}`))).toEqual({
        ...subject.write(row, `${text}${text}`),
        revision: 2,
      })
      expect(await suite.store.count({ handlerEmail: `${text}${text}` })).toBe(1)
      expect(await suite.store.page({ addressId: text }, { first: 10, after: null })).toEqual([])
      expect(await suite.outbox()).toHaveLength(2)
    })

    test('a NUL in a filter finds nothing', async () => {
      await suite.store.register(full(1))
      expect(await suite.store.page({ handlerEmail: '\0' }, { first: 10, after: null })).toEqual([])
      expect(await suite.store.count({ handlerEmail: '\0' })).toBe(0)
    })
  })
}
