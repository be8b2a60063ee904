import { beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { FileRow } from '../../../subgraphs/agency/file-table.ts'
import type { RegisterState } from '../../../subgraphs/agency/register-state.ts'
import { addressOf, reference, type StoreSubject, type StoreUnderTest } from './store-under-test.ts'

/** Tests of the notices, and of the repair of the register. */
export function describeRegister<Row extends FileRow>(
  subject: StoreSubject<Row>,
  suite: StoreUnderTest<Row>,
): void {
  const { full, happened } = subject
  const types = happened.types
  let state: RegisterState
  beforeEach(() => {
    state = subject.createRegister(suite.db)
  })
  const waiting = async () =>
    (
      await suite.db
        .selectFrom('outbox')
        .select(['id', 'type', 'address_id', 'data'])
        .orderBy('seq')
        .execute()
    ).map((row) => ({ ...row, data: JSON.parse(row.data) }))
  const clear = () => sql`delete from outbox`.execute(suite.db)
  const recently = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

  describe('a notice', () => {
    test('is sent once, with the moment that it happened and without details', async () => {
      const row = await suite.store.register({ ...full(1), ...happened.nothing })
      const changed = await suite.store.change(row.id, 1, () => happened.all)
      await suite.store.change(row.id, 2, () => ({}))
      const events = (await waiting()).filter(({ type }) => types.includes(type))
      expect(events.map(({ type }) => type).sort()).toEqual([...types].sort())
      for (const { data } of events) expect(data).toEqual({ reference: row.reference })
      // A recorded notice is news whatever its date; an imported one is not.
      const states = async () => (await waiting()).filter(({ data }) => 'revision' in data)
      expect((await states()).map(({ data }) => data.news)).toEqual([true, true, true])
      await suite.store.importAll([full(2)])
      expect((await states()).at(-1)?.data).not.toHaveProperty('news')
      expect(changed.revision).toBe(2)
    })

    test('of an import is sent whatever its age, with the moment of the import, and resent under the same id', async () => {
      const recent = { ...full(1), ...happened.nothing, ...happened.on(recently) }
      await suite.store.importAll([recent, { ...full(2), ...happened.nothing, ...happened.on('2024-12-31') }])
      const first = await waiting()
      await suite.store.importAll([subject.write({ ...recent, reference: reference(1) }, reference(1))])
      const events = (await waiting()).filter(({ type }) => types.includes(type))
      expect(events.every(({ data }) => 'toldAgainAt' in data)).toBe(true)
      expect(new Set(events.map(({ address_id }) => address_id))).toEqual(
        new Set([addressOf(1), addressOf(2)]),
      )
      expect(new Set(events.map(({ id }) => id))).toEqual(
        new Set(first.filter(({ type }) => types.includes(type)).map(({ id }) => id)),
      )
      const tracks = await state.page('', 10)
      expect(new Set(tracks.flatMap(({ notices }) => notices.map(({ id }) => id)))).toEqual(
        new Set(events.map(({ id }) => id)),
      )
    })
  })

  describe('the expected register', () => {
    test('is paginated, in the byte order of the references', async () => {
      const references = ['Z-1', 'a-1', 'é-1', 'a-10', 'a-2', 'B-1']
      await suite.store.importAll(references.map((each, index) => ({ ...full(index), reference: each })))
      const seen = []
      let page = await state.page('', 2)
      while (page.length > 0) {
        seen.push(...page.map((track) => track.reference))
        page = await state.page(seen.at(-1) ?? '', 2)
      }
      expect(seen).toEqual(references.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    })

    test('has the state that was sent, and the notices', async () => {
      await suite.store.register(full(1))
      const [event] = await waiting()
      const [track] = await state.page('', 10)
      // That a notice was just recorded is part of the event, not of the state.
      const { news: _news, ...said } = (event?.data ?? {}) as Readonly<Record<string, unknown>>
      expect(track).toMatchObject({ ...said, addressId: addressOf(1) })
      expect(track?.notices.length).toBeGreaterThan(0)
    })

    test('is under way while an event about the address waits', async () => {
      await suite.store.importAll([full(1), full(2)])
      const asked = [1, 2, 3].map((number) => ({
        reference: reference(number),
        addressId: addressOf(number),
      }))
      expect((await state.look(asked)).underWay).toEqual([reference(1), reference(2)])
      await sql`delete from outbox where address_id = ${addressOf(1)}`.execute(suite.db)
      const { tracks, underWay } = await state.look(asked)
      expect(underWay).toEqual([reference(2)])
      expect(tracks.map((track) => track.reference).sort()).toEqual([reference(1), reference(2)])
    })
  })

  describe('a repair', () => {
    const registered = (number: number, revision: number) => ({
      reference: reference(number),
      addressId: addressOf(number),
      revision,
    })

    test('resends the current state of the requested files only', async () => {
      await suite.store.importAll([full(1), full(2)])
      await clear()
      expect(await state.publishAgain([registered(1, 0)], [])).toBe(1)
      expect(await waiting()).toMatchObject([{ address_id: addressOf(1), data: { revision: 1 } }])
    })

    test('exceeds the revision of the register where that is ahead of the file', async () => {
      await suite.store.importAll([full(1)])
      await clear()
      await state.publishAgain([registered(1, 7)], [])
      expect(await waiting()).toMatchObject([{ data: { reference: reference(1), revision: 8 } }])
      expect(await suite.stock()).toMatchObject([{ revision: 8 }])
    })

    test('of a missing file sends that it is removed', async () => {
      await state.publishAgain([registered(1, 4)], [])
      expect(await waiting()).toMatchObject([
        { type: happened.removed, address_id: addressOf(1), data: { reference: reference(1), revision: 5 } },
      ])
      await clear()
      // Neither side has the file, so nothing is sent.
      expect(await state.publishAgain([registered(2, 0)], [])).toBe(0)
    })

    test('resends notices under the same ids, without the state when that was not requested', async () => {
      await suite.store.importAll([full(1)])
      await clear()
      const [track] = await state.page('', 1)
      await state.publishAgain([], [reference(1)])
      const events = await waiting()
      expect(events.map(({ id }) => id).sort()).toEqual(track?.notices.map(({ id }) => id).sort())
      expect(events.every(({ type, data }) => types.includes(type) && 'toldAgainAt' in data)).toBe(true)
      expect(await suite.stock()).toMatchObject([{ revision: 1 }])
    })
  })
}
