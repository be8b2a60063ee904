import { randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/** 10,000 changes while IMG, NCG and the SVIP are killed again and again: the register ends equal to the agencies. */
const POSTCODES = 5
const PER_POSTCODE = 250
const FILES = POSTCODES * PER_POSTCODE
const BATCH = 125
const LAST_REVISION = 4

const VICTIMS = ['img', 'ncg', 'svip'] as const
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)

type Row = Record<string, string>
type Course = (addressId: string, index: number, revision: number) => Row

/** The last step of a claim is found to have damage to the structure: a notice each. */
const claim: Course = (address_id, index, revision) => ({
  reference: `K-${index}`,
  address_id,
  kind: 'PHYSICAL',
  phase: ['REPORTED', 'INSPECTION', 'ASSESSMENT', 'DECISION'][revision - 1] ?? '',
  registered_at: day(30),
  ...(revision >= 2 ? { inspection_planned_on: day(20) } : {}),
  ...(revision >= 3 ? { report_delivered_on: day(3), report_summary: 'x', structural_damage: 'ja' } : {}),
  ...(revision >= 4 ? { award_decided_on: day(1), award_amount_cents: '1' } : {}),
})
const project: Course = (address_id, index, revision) => ({
  reference: `V-${index}`,
  address_id,
  status: ['1.2', '2.1', '3.1', '4.1'][revision - 1] ?? '',
  started_at: day(100),
  ...(revision >= 3 ? { inspection_held_on: day(20) } : {}),
  ...(revision >= 4 ? { advice_delivered_on: day(2), advice_summary: 'x', meets_standard: 'nee' } : {}),
})

let system: TestSystem
let user: ReturnType<typeof client>
let addresses: readonly string[]

beforeAll(async () => {
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-register-kill-')), { world: false })
  user = client(system.layout)
  const postcodes = []
  for (let count = 0; count < POSTCODES; count++)
    postcodes.push(await makeAddresses(user, PER_POSTCODE, { files: false }))
  addresses = postcodes.flatMap((postcode) => addressIds(postcode, PER_POSTCODE))
}, 90_000)
afterAll(() => system?.remove())

/** Sends every revision of every file of an agency in order; a batch that got no answer is sent again. */
async function change(agency: 'img' | 'ncg', course: Course, until = LAST_REVISION): Promise<void> {
  for (let revision = 1; revision <= until; revision++) {
    for (let from = 0; from < FILES; from += BATCH) {
      const rows = addresses
        .slice(from, from + BATCH)
        .map((addressId, index) => course(addressId, from + index, revision))
      while (!(await isTaken(agency, rows))) await sleep(100)
    }
  }
}

async function isTaken(agency: 'img' | 'ncg', rows: readonly Row[]): Promise<boolean> {
  try {
    const { status, body } = await user.importRows(agency, rows)
    // The log of a process that is going down refuses.
    if (status !== 200) return false
    expect(body.results.filter((result) => typeof result === 'object')).toEqual([])
    return true
  } catch {
    return false
  }
}

/** Kills one after the other at random moments, and starts it again, until all is sent and each was killed twice. */
async function killing(isDone: () => boolean): Promise<void> {
  let kills = 0
  while (!isDone() || kills < 2 * VICTIMS.length) {
    await sleep(randomInt(50, 1200))
    const victim = VICTIMS[kills % VICTIMS.length] ?? 'svip'
    const child = system.processes.get(victim)
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGKILL')
    await ended
    kills += 1
    await system.start(victim)
  }
}

describe('when every process is killed again and again', () => {
  test('the register ends equal to the agencies, no notice is lost and none is doubled', async () => {
    let done = false
    const killed = killing(() => done)
    await Promise.all([change('img', claim), change('ncg', project)])
    done = true
    await killed

    // What waits goes on by itself; an import that changes nothing only makes it go at once.
    const deadline = Date.now() + 60_000
    const register = registerOf(user)
    const waits = async () =>
      (await user.metric('img', 'outbox_waiting')) + (await user.metric('ncg', 'outbox_waiting'))
    while ((await waits()) > 0 && Date.now() < deadline) {
      await isTaken('img', [claim(addresses[0] ?? '', 0, LAST_REVISION)])
      await isTaken('ncg', [project(addresses[0] ?? '', 0, LAST_REVISION)])
      await sleep(200)
    }

    let changes = 0
    for (const owner of ['IMG', 'NCG'] as const) {
      expect(await register.compare(owner)).toEqual({ tracks: FILES, underWay: 0, differences: [] })
      let after = ''
      let notices: string[] = []
      while (true) {
        const { tracks } = (await register.ask('svip', '/register/page', { owner, after })) as {
          tracks: readonly { reference: string; revision: number; notices: readonly string[] }[]
        }
        const last = tracks.at(-1)
        if (!last) break
        after = last.reference
        changes += tracks.reduce((sum, { revision }) => sum + revision, 0)
        notices = [...notices, ...tracks.flatMap((track) => track.notices)]
      }
      expect(notices).toHaveLength(owner === 'IMG' ? FILES : 0)
      expect(new Set(notices).size).toBe(notices.length)
    }
    expect(changes).toBe(2 * FILES * LAST_REVISION)
    expect(await user.metric('img', 'outbox_refused')).toBe(0)
    expect(await user.metric('ncg', 'outbox_refused')).toBe(0)
  }, 300_000)
})
