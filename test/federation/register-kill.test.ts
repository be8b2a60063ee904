import { randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { createAcuteCases } from '../support/acute-cases.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/**
 * 10,000 changes while IMG, NCG and the SVIP are killed again and again: the register ends equal to the agencies, and so do its
 * consequences.
 */
const MUNICIPALITIES = ['0014', '1895', '1952', '1966', '1979']
const PER_MUNICIPALITY = 250
const FILES = MUNICIPALITIES.length * PER_MUNICIPALITY
const BATCH = 125
const LAST_REVISION = 4

const VICTIMS = ['img', 'ncg', 'svip'] as const
const day = (daysAgo: number) => addDays(dutchDay(new Date()), -daysAgo)

type Row = Record<string, string>
type Course = (addressId: string, index: number, revision: number) => Row

/**
 * The consequences do not depend on the order in which the steps of both arrive: NCG begins and reaches 2.1 and 4.1 while the claim is open
 * and waits for its inspection. Everything is recent enough to be news.
 */
const claim: Course = (address_id, index, revision) => ({
  reference: `K-${index}`,
  address_id,
  kind: 'PHYSICAL',
  phase: revision === 1 ? 'REPORTED' : 'INSPECTION',
  registered_at: day(20),
  ...(revision >= 2 ? { inspection_planned_on: day(10) } : {}),
  ...(revision >= 3 ? { report_delivered_on: day(3), report_summary: 'x', structural_damage: 'ja' } : {}),
  ...(revision >= 4 ? { acute_reported_at: `${day(2)}T10:00:00Z`, acute_description: 'x' } : {}),
})
const project: Course = (address_id, index, revision) => ({
  reference: `V-${index}`,
  address_id,
  status: ['1.2', '2.1', '3.1', '4.1'][revision - 1] ?? '',
  started_at: day(20),
  ...(revision >= 3 ? { inspection_held_on: day(10) } : {}),
  ...(revision >= 4 ? { advice_delivered_on: day(2), advice_summary: 'x', meets_standard: 'nee' } : {}),
})

/** The signals of every address, whoever began first. */
const ALWAYS = [
  'JOINT_INSPECTION_POSSIBLE to IMG',
  'JOINT_INSPECTION_POSSIBLE to NCG',
  'REPAIR_CAN_GO_ALONG to IMG',
  'REPAIR_CAN_GO_ALONG to NCG',
  'STRUCTURAL_DAMAGE_FOUND to NCG',
]
const OUTCOMES = [
  [...ALWAYS, 'OTHER_TRACK_STARTED to IMG', 'OTHER_TRACK_RUNS to NCG'],
  [...ALWAYS, 'OTHER_TRACK_STARTED to NCG', 'OTHER_TRACK_RUNS to IMG'],
].map((outcome) => outcome.toSorted().join(', '))

const SIGNALS = `query($after: String) { signals(first: 100, after: $after) {
  nodes { kind recipient address { id } } pageInfo { hasNextPage endCursor } } }`
type Case = {
  readonly address: { readonly id: string }
  readonly state: string
  readonly revision: number
  readonly steps: readonly unknown[]
}

let system: TestSystem
let user: ReturnType<typeof client>
let addresses: readonly string[]

beforeAll(async () => {
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-register-kill-')), { world: false })
  user = client(system.layout)
  const postcodes = []
  for (const municipality of MUNICIPALITIES)
    postcodes.push(await makeAddresses(user, PER_MUNICIPALITY, { files: false, municipality }))
  addresses = postcodes.flatMap((postcode) => addressIds(postcode, PER_MUNICIPALITY))
})
afterAll(() => system?.remove())

/** Sends revisions of every file of an agency in order; a batch without an answer is sent again. */
async function change(agency: 'img' | 'ncg', course: Course, from: number, until: number): Promise<void> {
  for (let revision = from; revision <= until; revision++) {
    for (let first = 0; first < FILES; first += BATCH) {
      const rows = addresses
        .slice(first, first + BATCH)
        .map((addressId, index) => course(addressId, first + index, revision))
      while (!(await isTaken(agency, rows))) await sleep(100)
    }
  }
}

async function isTaken(agency: 'img' | 'ncg', rows: readonly Row[]): Promise<boolean> {
  try {
    const { status, body } = await user.importRows(agency, rows)
    // The log of a process that is shutting down refuses.
    if (status !== 200) return false
    expect(body.results.filter((result) => typeof result === 'object')).toEqual([])
    return true
  } catch {
    return false
  }
}

/** Waits until the SVIP has accepted everything. Delivery goes by itself; an import that changes nothing only triggers it at once. */
async function taken(revision: number): Promise<void> {
  const waits = async () =>
    (await user.metric('img', 'outbox_waiting')) + (await user.metric('ncg', 'outbox_waiting'))
  while ((await waits().catch(() => Number.NaN)) !== 0) {
    await isTaken('img', [claim(addresses[0] ?? '', 0, revision)])
    await isTaken('ncg', [project(addresses[0] ?? '', 0, revision)])
    await sleep(200)
  }
}

/** Kills one process after the other at random moments and restarts it, until all is sent and each was killed twice. */
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

beforeAll(async () => {
  let done = false
  const killed = killing(() => done)
  // Both beginnings are delivered before any other step, so that each is seen as one.
  for (const [from, until] of [
    [1, 1],
    [2, LAST_REVISION],
  ] as const) {
    await Promise.all([change('img', claim, from, until), change('ncg', project, from, until)])
    await taken(until)
  }
  done = true
  await killed
  await taken(LAST_REVISION)
})

describe('when every process is killed again and again', () => {
  test('the register ends equal to the agencies, no notice is lost and none is doubled', async () => {
    const register = registerOf(user)
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
      // Structural damage and acute danger of each claim.
      expect(notices).toHaveLength(owner === 'IMG' ? 2 * FILES : 0)
      expect(new Set(notices).size).toBe(notices.length)
    }
    expect(changes).toBe(2 * FILES * LAST_REVISION)
    expect(await user.metric('img', 'outbox_refused')).toBe(0)
    expect(await user.metric('ncg', 'outbox_refused')).toBe(0)
  })

  test('each address has the signals of its events, each once', async () => {
    const signals = new Map<string, string[]>(addresses.map((id) => [id, []]))
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await user.ask(SIGNALS, { as: 'privacy.officer', variables: { after } })
      expect(errors).toEqual([])
      for (const { kind, recipient, address } of data.signals.nodes)
        signals.get(address.id)?.push(`${kind} to ${recipient}`)
      after = data.signals.pageInfo.endCursor
      more = data.signals.pageInfo.hasNextPage
    }
    const wrong = [...signals].filter(([, found]) => !OUTCOMES.includes(found.toSorted().join(', ')))
    expect(wrong).toEqual([])
    expect(signals.size).toBe(FILES)
  })

  test('each address has one acute case, opened once', async () => {
    const cases: Case[] = []
    const { meeting } = createAcuteCases(user)
    for (const municipality of MUNICIPALITIES)
      for (let after: string | null = null, more = true; more; ) {
        const page = await meeting(municipality, { as: 'img.safety' }, { first: 100, after })
        cases.push(...page.nodes)
        after = page.pageInfo.endCursor
        more = page.pageInfo.hasNextPage
      }
    expect(cases.map(({ address }) => address.id).toSorted()).toEqual(addresses.toSorted())
    expect(
      cases.filter(
        ({ state, revision, steps }) => state !== 'REPORTED' || revision !== 1 || steps.length !== 1,
      ),
    ).toEqual([])
  })
})
