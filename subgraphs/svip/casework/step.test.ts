import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Database } from '../../../kernel/database/database.ts'
import { AppError, badInput, forbidden } from '../../../kernel/errors.ts'
import { DATABASES } from '../../../test/support/owner/databases.ts'
import { cooperationActivity } from '../modules/cooperation/activity.ts'
import { migrations, type Tables } from '../store/tables.ts'
import { type Step, takeStep, Unchanged, type WrittenStep, writeStep } from './step.ts'

/** The order of a step: what each check refuses, and what was done by then. */

type Thing = { readonly address: string }
type Change = { readonly to: string }

const stale = new AppError('CONFLICT', 'intussen gewijzigd')
const notNow = badInput('Deze stap kan nu niet.')

/** Takes a step and records the calls in order. */
async function attempt(changes: Partial<Step<Thing, Change, string>> = {}) {
  const done: string[] = []
  const noted = <T>(what: string, result: T): T => {
    done.push(what)
    return result
  }
  const step: Step<Thing, Change, string> = {
    name: 'Ding: stap',
    activity: cooperationActivity,
    find: async () => ({ address: 'a' }),
    unknown: 'Dit ding bestaat niet.',
    obstacle: () => null,
    stale: () => null,
    change: () => ({ to: 'klaar' }),
    steps: () => ({ taken: 1, ends: false }),
    about: ({ address }) => address,
    write: async (_thing, { to }) => to,
    ...changes,
  }
  const context = {
    forget: () => noted('forget', undefined),
    refused: async (what: string) => noted(`refused ${what}`, undefined),
    recordOwn: async (about: string | readonly string[], what: string, { name }: { name: string }) =>
      noted(`record ${String(about)} ${what} ${name}`, undefined),
  }
  const outcome = await takeStep(context, {
    ...step,
    find: () => noted('find', step.find()),
    obstacle: (thing) => noted('obstacle', step.obstacle?.(thing) ?? null),
    stale: (thing) => noted('stale', step.stale?.(thing) ?? null),
    change: (thing) => noted('change', step.change(thing)),
    steps: (thing, change) => noted('steps', step.steps?.(thing, change) ?? { taken: 1, ends: true }),
    write: (thing, change) => noted('write', step.write(thing, change)),
  }).catch((error: unknown) => error)
  return { outcome, done }
}

const RECORDED = 'record a Ding: stap samenwerking'
const REFUSED = 'refused Ding: stap'

test('a step that passes every check is put on record, and only then written', async () => {
  expect(await attempt()).toEqual({
    outcome: 'klaar',
    done: ['forget', 'find', 'obstacle', 'stale', 'change', 'steps', RECORDED, 'write', 'forget'],
  })
})

describe('a step is refused before it is put on record', () => {
  const unwanted = badInput('De bewoner wil dit niet.')
  test.each<[string, Partial<Step<Thing, Change, string>>, AppError, readonly string[]]>([
    [
      'when the caller may not know of the record',
      { find: async () => null },
      badInput('Dit ding bestaat niet.'),
      ['find', REFUSED],
    ],
    ['when it is not for this person', { obstacle: forbidden }, forbidden(), ['find', 'obstacle', REFUSED]],
    [
      'when it is not for this person, also on an old revision',
      { obstacle: forbidden, stale: () => stale },
      forbidden(),
      ['find', 'obstacle', REFUSED],
    ],
    [
      'on an old revision, also when the new state does not allow it',
      { obstacle: () => notNow, stale: () => stale },
      stale,
      ['find', 'obstacle', 'stale'],
    ],
    ['when it is not possible now', { obstacle: () => notNow }, notNow, ['find', 'obstacle', 'stale']],
    [
      'when its input is invalid',
      {
        change: async () => {
          throw unwanted
        },
      },
      unwanted,
      ['find', 'obstacle', 'stale', 'change'],
    ],
    [
      'when the maximum of steps is reached',
      { steps: () => ({ taken: 40, ends: false }) },
      badInput('Hier zijn al 40 stappen gezet, en meer kan niet. Rond dit af, en begin zo nodig opnieuw.'),
      ['find', 'obstacle', 'stale', 'change', 'steps'],
    ],
  ])('%s', async (_when, changes, refusal, done) => {
    const attempted = await attempt(changes)
    expect(attempted.done).toEqual(['forget', ...done])
    expect(attempted.outcome).toMatchObject({ code: refusal.code, message: refusal.message })
  })
})

test('a closing step is possible also at the maximum of steps', async () => {
  expect(await attempt({ steps: () => ({ taken: 40, ends: true }) })).toMatchObject({ outcome: 'klaar' })
})

test('a step without a change is not put on record', async () => {
  expect(await attempt({ change: () => new Unchanged('bevestig eerst') })).toEqual({
    outcome: 'bevestig eerst',
    done: ['forget', 'find', 'obstacle', 'stale', 'change'],
  })
})

test('a step that cannot be put on record is not written', async () => {
  const unavailable = new AppError('RECORD_UNAVAILABLE', 'nu niet')
  let written = false
  const recordOwn = async () => {
    throw unavailable
  }
  const taken = takeStep(
    { forget: () => {}, refused: async () => {}, recordOwn },
    {
      name: 'Ding: stap',
      activity: cooperationActivity,
      find: async () => 'ding',
      change: () => ({}),
      about: () => 'a',
      write: async () => {
        written = true
      },
    },
  )
  await expect(taken).rejects.toBe(unavailable)
  expect(written).toBe(false)
})

for (const [name, open] of DATABASES) {
  describe(`a step is written on ${name}`, () => {
    let database: Database<Tables>
    beforeAll(async () => {
      database = await open<Tables>({
        ...migrations,
        'z-thing': {
          async up(db) {
            await sql`create table thing (id integer primary key, revision integer, state text)`.execute(db)
            await sql`create table thing_step (thing_id integer, revision integer, state text)`.execute(db)
          },
        },
      })
    })
    beforeEach(async () => {
      await sql`delete from thing`.execute(database.db)
      await sql`delete from thing_step`.execute(database.db)
      await sql`insert into thing values (1, 1, 'nieuw')`.execute(database.db)
    })
    afterAll(() => database.close())

    type Row = { readonly id: number; readonly revision: number; readonly state: string }
    const order: string[] = []
    const write = (revision: number, changes: Partial<WrittenStep<Row>> = {}) => {
      order.length = 0
      return writeStep<Row>(database.db, revision, {
        hold: async (transaction) => {
          order.push('hold')
          const { rows } = await sql<Row>`select * from thing where id = 1 for update`.execute(transaction)
          return rows[0] ?? null
        },
        gone: () => badInput('Dit ding bestaat niet.'),
        changedSince: () => stale,
        change: () => {
          order.push('change')
          return { state: 'klaar' }
        },
        write: async (transaction, row) => {
          order.push('write')
          await sql`update thing set revision = ${row.revision}, state = ${row.state}`.execute(transaction)
          await sql`insert into thing_step values (${row.id}, ${row.revision}, ${row.state})`.execute(
            transaction,
          )
        },
        ...changes,
      })
    }
    const stored = async () => ({
      things: (await sql<Row>`select * from thing`.execute(database.db)).rows,
      steps: (await sql<Row>`select revision, state from thing_step`.execute(database.db)).rows,
    })
    const UNTOUCHED = { things: [{ id: 1, revision: 1, state: 'nieuw' }], steps: [] }

    test('under the lock, with its line in the history', async () => {
      expect(await write(1)).toEqual({ id: 1, revision: 2, state: 'klaar' })
      expect(order).toEqual(['hold', 'change', 'write'])
      expect(await stored()).toEqual({
        things: [{ id: 1, revision: 2, state: 'klaar' }],
        steps: [{ revision: 2, state: 'klaar' }],
      })
    })

    test('not at all when the locked row has a newer revision', async () => {
      await expect(write(0)).rejects.toBe(stale)
      expect(order).toEqual(['hold'])
      expect(await stored()).toEqual(UNTOUCHED)
    })

    test('not at all when the row is gone', async () => {
      await expect(write(1, { hold: async () => null })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      expect(await stored()).toEqual(UNTOUCHED)
    })

    test('not in part: a later failure rolls the change back', async () => {
      const failing = write(1, {
        write: async (transaction) => {
          await sql`update thing set revision = 2`.execute(transaction)
          throw new Error('no history')
        },
      })
      await expect(failing).rejects.toThrow('no history')
      expect(await stored()).toEqual(UNTOUCHED)
    })

    test('once, of any number of concurrent ones', async () => {
      const all = await Promise.allSettled([write(1), write(1), write(1)])
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await stored()).steps).toHaveLength(1)
    })
  })
}
