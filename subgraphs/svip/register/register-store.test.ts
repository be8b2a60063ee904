import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Database } from '../../../kernel/database/database.ts'
import { DATABASES } from '../../../test/support/owner/databases.ts'
import { aTrack, noticed, removed, stateEvent } from '../../../test/support/svip/register.ts'
import { migrations, type Tables } from '../store/tables.ts'
import type { Transition } from './event.ts'
import { createRegisterStore, type RegisterStore } from './register-store.ts'

describe.each(DATABASES)('the register over %s', (_name, open) => {
  let database: Database<Tables>
  let register: RegisterStore
  let followed: Transition[]
  let failing: boolean

  beforeAll(async () => {
    database = await open<Tables>(migrations)
  })
  afterAll(() => database?.close())
  beforeEach(async () => {
    for (const table of ['register_track', 'register_notice', 'register_removed'])
      await sql`delete from ${sql.table(table)}`.execute(database.db)
    followed = []
    failing = false
    register = createRegisterStore(database.db, [
      async (transaction, transitions) => {
        // Consequences see the register as it is after the batch.
        const stored = await transaction.selectFrom('register_track').select('reference').execute()
        for (const { reference } of transitions.at(-1)?.after ?? [])
          expect(stored.map((track) => track.reference)).toContain(reference)
        if (failing) throw new Error('it does not follow')
        followed.push(...transitions)
      },
    ])
  })

  const tracks = () => database.db.selectFrom('register_track').selectAll().orderBy('reference').execute()
  const notices = async () =>
    (await database.db.selectFrom('register_notice').select('id').execute()).map(({ id }) => id)

  test('stores events, and consequences get each once', async () => {
    await register.record([stateEvent(), stateEvent({ revision: 2, phase: 'ASSESSMENT' })])
    await register.record([stateEvent({ revision: 2, phase: 'REPORTED' }), stateEvent({ revision: 1 })])
    expect(await tracks()).toEqual([aTrack({ revision: 2, phase: 'ASSESSMENT' })])
    expect(followed.map(({ before, after }) => [before.length, after.length])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  test('includes the other tracks at an address when a track moves to or from it', async () => {
    await register.record([
      stateEvent(),
      stateEvent({ owner: 'NCG', reference: 'V-1', address_id: '0010200000000002' }),
    ])
    await register.record([stateEvent({ revision: 2, address_id: '0010200000000002' })])
    expect(
      followed.slice(2).map(({ addressId, before, after }) => [addressId, before.length, after.length]),
    ).toEqual([
      ['0010200000000001', 1, 0],
      ['0010200000000002', 1, 2],
    ])
  })

  test('a notice counts once: within a batch, in the next batch, and when sent concurrently', async () => {
    const notice = noticed()
    await register.record([notice, notice])
    await Promise.all([register.record([notice]), register.record([notice, stateEvent()])])
    expect(await notices()).toEqual([notice.id])
    expect(followed.filter(({ event }) => 'notice' in event)).toHaveLength(1)
  })

  test('the same id of two agencies are two notices', async () => {
    const notice = noticed({ kind: 'OWNERSHIP_CHANGED' })
    await register.record([notice, noticed({ id: notice.id, owner: 'NCG', kind: 'OWNERSHIP_CHANGED' })])
    expect(await notices()).toEqual([notice.id, notice.id])
    expect(followed).toHaveLength(2)
  })

  test('a removed track stays removed until a newer event', async () => {
    const gone = removed({ revision: 3 })
    await register.record([stateEvent(), gone])
    await register.record([stateEvent(), gone])
    expect(await tracks()).toEqual([])
    expect(followed).toHaveLength(2)
    await register.record([stateEvent({ revision: 3 })])
    expect(await tracks()).toEqual([])
    await register.record([stateEvent({ revision: 4 })])
    expect(await tracks()).toMatchObject([{ revision: 4 }])
    await register.record([removed({ revision: 5 })])
    expect(await tracks()).toEqual([])
  })

  test('when a consequence fails, nothing is stored, and the events can be resent', async () => {
    const events = [stateEvent(), noticed()]
    failing = true
    await expect(register.record(events)).rejects.toThrow('it does not follow')
    expect([await tracks(), await notices()]).toEqual([[], []])
    failing = false
    await register.record(events)
    expect(followed).toHaveLength(2)
  })

  test('concurrent batches of two agencies at one address take turns', async () => {
    const batch = (owner: 'IMG' | 'NCG') =>
      Array.from({ length: 20 }, (_, index) => stateEvent({ owner, revision: index + 1 }))
    await Promise.all([...batch('IMG'), ...batch('NCG')].map((event) => register.record([event])))
    // The second batch saw the first.
    const both = followed.filter(({ before, after }) => before.length === 1 && after.length === 2)
    expect(both).toHaveLength(1)
    expect(await tracks()).toHaveLength(2)
  })
})
