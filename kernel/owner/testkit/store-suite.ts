import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { encodeCursor, readPage } from '../../connection.ts'
import type { FileStore } from '../file-store.ts'
import type { FileFilter, FileRow, OwnerTables } from '../file-table.ts'
import { DATABASES } from './databases.ts'

type Filter = FileFilter & { readonly addressId?: string | null; readonly handlerEmail?: string | null }

/** What an agency's suite must say of its store. */
export type StoreSubject<Row extends FileRow> = {
  readonly table: string
  readonly migrations: Record<string, Migration>
  readonly create: (db: Kysely<OwnerTables>, now?: () => Date) => FileStore<Row, Filter>
  /** A row with a value in every column, at an address of its own, that runs and is at its first revision. */
  readonly full: (number: number) => Row
  /** What ends a file. */
  readonly end: Partial<Row>
  /** Puts a text in every column that holds free text. */
  readonly write: (row: Row, text: string) => Row
  readonly eventTypes: { readonly registered: string; readonly advanced: string; readonly ended: string }
}

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

/** A number as a reference, an address or the end of a UUID. */
export const reference = (number: number) => `ref-${number}`
export const addressOf = (number: number) => `197920${String(number).padStart(10, '0')}`

/** Tests an agency's store over every database there is. `more` adds what only this agency promises. */
export function describeStore<Row extends FileRow>(
  subject: StoreSubject<Row>,
  more: (context: { readonly store: () => FileStore<Row, Filter> }) => void = () => {},
): void {
  describe.each(DATABASES)('over %s', (_name, open) => {
    let database: Awaited<ReturnType<typeof open>>
    let store: FileStore<Row, Filter>
    const { full } = subject

    beforeAll(async () => {
      database = await open(subject.migrations)
    })
    afterAll(() => database.close())
    beforeEach(async () => {
      await sql`delete from outbox`.execute(database.db)
      await sql`delete from ${sql.table(subject.table)}`.execute(database.db)
      store = subject.create(database.db)
    })

    const outbox = async () => {
      const rows = await database.db.selectFrom('outbox').selectAll().orderBy('seq').execute()
      return rows.map(({ type, address_id, data }) => ({ type, address: address_id, ...JSON.parse(data) }))
    }
    const stock = async () => {
      const { rows } = await sql<Row>`select * from ${sql.table(subject.table)} order by reference`.execute(
        database.db,
      )
      return rows
    }
    const everything = async () => ({ stock: await stock(), outbox: await outbox() })

    describe('registering', () => {
      test('stores every column as it was given and tells the SVIP', async () => {
        const row = full(1)
        expect(await store.register(row)).toEqual(row)
        expect((await store.byIds([row.id])).get(row.id)).toEqual(row)
        expect(await outbox()).toMatchObject([
          {
            type: subject.eventTypes.registered,
            address: row.address_id,
            reference: row.reference,
            revision: 1,
          },
        ])
      })

      test('a reference that is in use is a CONFLICT and changes nothing', async () => {
        await store.register(full(1))
        const before = await everything()
        await expect(store.register({ ...full(2), reference: reference(1) })).rejects.toMatchObject({
          code: 'CONFLICT',
          message: expect.stringContaining('nummer is al in gebruik'),
        })
        expect(await everything()).toEqual(before)
      })

      test('one reference twice at the same time is one file and one CONFLICT', async () => {
        const outcomes = await Promise.allSettled([
          store.register(full(1)),
          store.register({ ...full(2), reference: reference(1) }),
        ])
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(await outbox()).toHaveLength(1)
      })
    })

    describe('changing', () => {
      test('gives the next revision and tells the SVIP', async () => {
        const row = await store.register(full(1))
        const changed = await store.change(
          row.id,
          1,
          () => ({ handler_name: 'A. Ander' }) as unknown as Partial<Row>,
        )
        expect(changed).toEqual({ ...row, handler_name: 'A. Ander', revision: 2 })
        expect(await stock()).toEqual([changed])
        expect(await outbox()).toMatchObject([
          { revision: 1 },
          { type: subject.eventTypes.advanced, revision: 2 },
        ])
      })

      test('that ends a file says so', async () => {
        const row = await store.register(full(1))
        await store.change(row.id, 1, () => subject.end)
        expect((await outbox()).at(-1)).toMatchObject({
          type: subject.eventTypes.ended,
          open: false,
          phase: 'COMPLETION',
          status: null,
        })
      })

      test('with a stale revision is a CONFLICT and changes nothing', async () => {
        const row = await store.register(full(1))
        await store.change(row.id, 1, () => ({}))
        const before = await everything()
        const edit = () => {
          throw new Error('the editor must not be asked')
        }
        for (const revision of [0, 1, 3]) {
          await expect(store.change(row.id, revision, edit)).rejects.toMatchObject({ code: 'CONFLICT' })
        }
        expect(await everything()).toEqual(before)
      })

      test('by two at the same time succeeds for one and is a CONFLICT for the other', async () => {
        const row = await store.register(full(1))
        const outcomes = await Promise.allSettled([1, 2].map(() => store.change(row.id, 1, () => ({}))))
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(await stock()).toMatchObject([{ revision: 2 }])
        expect(await outbox()).toHaveLength(2)
      })

      test.each([randomUUID(), '', 'x', `' or true --`, '\0', '00000000-0000-0000-0000-00000000000g'])(
        'a file that does not exist (%j) is BAD_USER_INPUT',
        async (id) => {
          await expect(store.change(id, 1, () => ({}))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
        },
      )
    })

    describe('a transaction that fails leaves neither the change nor its event', () => {
      const noMoment = { toISOString: () => 'no moment' } as Date
      test('when the event cannot be stored', async () => {
        const row = await store.register(full(1))
        const before = await everything()
        const failing = subject.create(database.db, () => noMoment)
        await expect(failing.register(full(2))).rejects.toThrow('no moment')
        await expect(failing.change(row.id, 1, () => subject.end)).rejects.toThrow('no moment')
        await expect(failing.importAll([full(1), full(3)])).rejects.toThrow('no moment')
        expect(await everything()).toEqual(before)
      })

      test('when the row cannot be stored', async () => {
        const impossible = { ...full(1), revision: null as unknown as number }
        await expect(store.register(impossible)).rejects.toThrow('revision')
        await expect(store.importAll([full(2), impossible])).rejects.toThrow('revision')
        expect(await everything()).toEqual({ stock: [], outbox: [] })
      })

      test('when the editor refuses', async () => {
        const row = await store.register(full(1))
        const before = await everything()
        const edit = () => {
          throw new Error('refused')
        }
        await expect(store.change(row.id, 1, edit)).rejects.toThrow('refused')
        expect(await everything()).toEqual(before)
      })
    })

    describe('reading', () => {
      const hundred = Array.from({ length: 100 }, (_, index) => full(index))

      test('pages go through a hundred rows with equal dates once each, newest first', async () => {
        await store.importAll(hundred)
        const seen: string[] = []
        let after: string | null = null
        do {
          const page = readPage({ first: 7, after }, 2)
          const { rows, total } = await store.page({}, page)
          expect(total).toBe(100)
          const shown = rows.slice(0, 7)
          seen.push(...shown.map(({ id }) => id))
          const last: Row | undefined = shown.at(-1)
          after = rows.length > 7 && last ? encodeCursor(store.placeOf(last)) : null
        } while (after)
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
        await expect(store.page({}, { first: 1, after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      })

      test('a filter narrows the rows and their number alike', async () => {
        await store.importAll(hundred)
        const [row] = await stock()
        if (row) await store.change(row.id, 1, () => subject.end)
        const find = async (filter: Filter) => {
          const { rows, total } = await store.page(filter, { first: 100, after: null })
          expect(rows).toHaveLength(total)
          return total
        }
        expect(await find({ open: true })).toBe(99)
        expect(await find({ open: false })).toBe(1)
        expect(await find({ open: null, addressId: null })).toBe(100)
        expect(await find({ addressId: addressOf(5) })).toBe(1)
        expect(await find({ addressId: addressOf(5), handlerEmail: 'nobody@example.nl' })).toBe(0)
        expect(await find({ addressId: '' })).toBe(0)
      })

      test('files come by id and by address, and what is not there is absent', async () => {
        await store.importAll(hundred)
        const [five, six] = [full(5), full(6)]
        const byIds = await store.byIds([five.id, six.id, randomUUID(), 'no id', `') or true --`])
        expect([...byIds.keys()].sort()).toEqual([five.id, six.id].sort())
        const byAddresses = await store.byAddresses([
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
        expect(await store.byIds([])).toEqual(new Map())
        expect(await store.byAddresses([])).toEqual(new Map())
      })
    })

    describe('importing', () => {
      const again = (number: number) => ({ ...full(number), id: randomUUID() })

      test('stores what is new and tells the SVIP of each', async () => {
        const rows = [full(1), full(2)]
        expect(await store.importAll(rows)).toEqual(
          new Map([
            [reference(1), 'loaded'],
            [reference(2), 'loaded'],
          ]),
        )
        expect(await stock()).toEqual(rows)
        expect(await outbox()).toMatchObject([
          { type: subject.eventTypes.registered, reference: reference(1) },
          { type: subject.eventTypes.registered, reference: reference(2) },
        ])
      })

      test('the same twice changes nothing', async () => {
        await store.importAll([full(1), full(2)])
        const before = await everything()
        expect(await store.importAll([again(1), again(2)])).toEqual(
          new Map([
            [reference(1), 'unchanged'],
            [reference(2), 'unchanged'],
          ]),
        )
        expect(await everything()).toEqual(before)
      })

      test('a row that differs keeps its id and gets the next revision; the others stay', async () => {
        await store.importAll([full(1), full(2)])
        const ended = { ...again(1), ...subject.end }
        expect(await store.importAll([ended, again(2)])).toEqual(
          new Map([
            [reference(1), 'loaded'],
            [reference(2), 'unchanged'],
          ]),
        )
        expect(await stock()).toEqual([{ ...ended, id: full(1).id, revision: 2 }, full(2)])
        expect((await outbox()).slice(2)).toMatchObject([
          { type: subject.eventTypes.ended, reference: reference(1), revision: 2 },
        ])
      })

      test('at the same time as another import of the same rows ends well', async () => {
        const rows = Array.from({ length: 50 }, (_, index) => full(index))
        const outcomes = await Promise.all([store.importAll(rows), store.importAll(rows.toReversed())])
        expect(
          outcomes.flatMap((each) => [...each.values()]).filter((each) => each === 'loaded'),
        ).toHaveLength(50)
        expect(await outbox()).toHaveLength(50)
      })

      test('nothing is nothing', async () => {
        expect(await store.importAll([])).toEqual(new Map())
      })
    })

    describe('text that looks like SQL is text', () => {
      test.each(HOSTILE)('%j', async (text) => {
        const row = subject.write(full(1), text)
        expect(await store.register(row)).toEqual(row)
        expect(await store.importAll([{ ...row, id: randomUUID() }])).toEqual(
          new Map([[row.reference, 'unchanged']]),
        )
        expect(await store.change(row.id, 1, (found) => subject.write(found, `${text}${text}`))).toEqual({
          ...subject.write(row, `${text}${text}`),
          revision: 2,
        })
        const { rows } = await store.page({ handlerEmail: `${text}${text}` }, { first: 10, after: null })
        expect(rows).toHaveLength(1)
        expect(await store.page({ addressId: text }, { first: 10, after: null })).toEqual({
          rows: [],
          total: 0,
        })
        expect(await outbox()).toHaveLength(2)
      })

      test('a NUL in a filter finds nothing', async () => {
        await store.register(full(1))
        expect(await store.page({ handlerEmail: '\0' }, { first: 10, after: null })).toEqual({
          rows: [],
          total: 0,
        })
      })
    })

    more({ store: () => store })
  })
}
