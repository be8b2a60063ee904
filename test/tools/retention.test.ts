import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { openDatabase } from '../../kernel/database/database.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { commonActivity } from '../../kernel/records/activities.ts'
import { type Content, openLog } from '../../kernel/records/log/log.ts'
import { createProcessingLine, pseudonym } from '../../kernel/records/log/processing.ts'
import type { LogTables } from '../../kernel/records/log/tables.ts'
import { readSubgraphConfig, type SubgraphName } from '../../kernel/runtime/config.ts'
import { migrations as imgMigrations } from '../../subgraphs/img/store/tables.ts'
import { migrations as svipMigrations } from '../../subgraphs/svip/store/tables.ts'
import { developmentSecrets } from '../../tools/secrets.ts'
import { startService } from '../../tools/system.ts'
import { runCommandAt } from '../support/command.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/**
 * A system of several years old: before its first start its databases get log entries of long ago, written as the processes write them,
 * with the clock of that time.
 */
const YEARS_AGO = new Date(Date.now() - 2500 * 86_400_000)
const [HELD, FREE] = ['0010200000000001', '0010200000000002'] as const
/** Several batches, so that a run can be interrupted between them. */
const LINES = 30_000
const SHARED = 20

let system: TestSystem
let user: ReturnType<typeof client>
let keyOfImg: Uint8Array
let hold: string

async function writePast(
  directory: string,
  name: SubgraphName,
  migrations: Record<string, Migration>,
  contents: Readonly<Record<string, readonly Content[]>>,
  more: (db: Kysely<LogTables>) => Promise<void> = async () => {},
): Promise<void> {
  const config = readSubgraphConfig(
    name,
    {
      ...(await developmentSecrets(`${directory}/secrets.json`)),
      NODE_ENV: 'test',
      DATA_DIR: directory,
    },
    { kept: [], settings: [] },
  )
  const { db, close } = await openDatabase<LogTables>({ directory: config.dataDirectory, migrations })
  await more(db)
  for (const [chain, entries] of Object.entries(contents)) {
    const log = openLog({
      db,
      chain,
      signingKey: config.logSigningKey,
      sealFile: config.sealFile(chain),
      now: () => YEARS_AGO,
    })
    await log.append(entries)
    await log.close()
  }
  await close()
}

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-retention-'))
  const secrets = await developmentSecrets(`${directory}/secrets.json`)
  keyOfImg = Buffer.from(secrets.IMG_PSEUDONYM_KEY ?? '')
  const line = createProcessingLine({ party: 'img', pseudonymKey: keyOfImg, now: () => YEARS_AGO })
  const decisions = Array.from({ length: SHARED }, () => randomUUID())
  const trace = (number: number) => ({
    traceId: String(number).padStart(32, '0'),
    spanId: '1',
    parentSpanId: null,
  })
  await writePast(directory, 'img', imgMigrations, {
    'img/processing': [
      ...decisions.map((decisionId, number) =>
        line(trace(number), YEARS_AGO, {
          name: 'Verstrekking door IMG aan NCG',
          activity: commonActivity('img', 'eigen-taak'),
          addressId: number < 2 ? HELD : FREE,
          recipient: 'NCG',
          decisionId,
          categories: ['PRESENCE'],
        }),
      ),
      ...Array.from({ length: LINES }, () =>
        line(trace(999), YEARS_AGO, {
          name: 'Ingelezen uit een bestand',
          activity: commonActivity('img', 'eigen-taak'),
          addressId: FREE,
          recipient: 'SVIP',
        }),
      ),
    ],
    'img/access': decisions.map((_, number) => ({
      trace_id: trace(number).traceId,
      caller: { subject: 'iemand' },
    })),
  })
  await writePast(
    directory,
    'svip',
    svipMigrations,
    {
      'svip/decisions': decisions.map((id, number) => ({
        id,
        subject: number < 2 ? HELD : FREE,
        granted: true,
        request: { owner: 'IMG' },
        response: { categories: ['PRESENCE'] },
      })),
    },
    async (db) => {
      for (const id of [HELD, FREE]) {
        await sql`insert into address values (${id}, 'Straat', 1, null, null, '9901AB', 'Appingedam')`.execute(
          db,
        )
        await sql`insert into address_municipality values (${id}, '1979', '2021-01-01')`.execute(db)
      }
    },
  )
  // The SVIP retains its decisions longer than the agency its lines, so one half of a pair is erased first.
  system = await startTestSystem(directory, {
    world: false,
    environment: { SVIP_RETENTION_DECISION_LOG_DAYS: '3000' },
  })
  user = client(system.layout)
})
afterAll(async () => {
  await system?.remove()
})

const command = (...args: readonly string[]) => runCommandAt(system.layout, 'retention', ...args)
const verify = () => runCommandAt(system.layout, 'log-verify')
async function contentsOf(chain: string): Promise<readonly Content[]> {
  const lines = await user.log('img')
  let current: unknown
  return lines.flatMap((line) => {
    if (line.type === 'chain') current = line.chain
    return current === chain && typeof line.content === 'string' ? [JSON.parse(line.content) as Content] : []
  })
}
async function apply(): Promise<Response> {
  return await fetch(`${user.urls.img}/retention`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await user.tokenOf('operator')}`,
      'content-type': 'application/json',
    },
    body: '{"dryRun":false}',
  })
}
async function kill(name: 'img' | 'svip'): Promise<void> {
  const child = system.processes.get(name)
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGKILL')
  await ended
}

describe('npm run retention', () => {
  test('a privacy officer places a legal hold', async () => {
    const { data, errors } = await user.ask(
      `mutation($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id organisation address { id } } }`,
      { as: 'privacy.officer', variables: { input: { addressId: HELD, reason: 'Zaak 22/1234' } } },
    )
    expect(errors).toEqual([])
    expect(data.placeLegalHold).toMatchObject({ organisation: 'SVIP', address: { id: HELD } })
    hold = data.placeLegalHold.id
  })

  test('prints its usage, and refuses unknown options', async () => {
    expect((await command('--help')).out).toContain('--dry-run')
    expect((await command('--force')).code).toBe(1)
  })

  test('a dry run counts and erases nothing', async () => {
    const before = (await contentsOf('img/processing')).length
    const { code, out, err } = await command('--dry-run')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/verwerkingenlog\)\s+1\.827 dagen\s+30\.018\s+2\s/)
    expect(out).toMatch(/toegangslog\)\s+731 dagen\s+18\s+2\s/)
    // The organisation and date of the hold, at each party with data about the address; without the address and the reason.
    const today = dutchDay(new Date())
    expect(out).toContain(`Bewaarplicht van SVIP sinds ${today}: 1 adres`)
    expect(out).not.toContain(HELD)
    expect(out).not.toContain('Zaak 22/1234')
    // Since then, only the query itself and the reading of the log are on record.
    expect((await contentsOf('img/processing')).length - before).toBeLessThan(5)
  })

  test('while the SVIP does not return the legal holds, an agency erases nothing', async () => {
    await kill('svip')
    const response = await apply()
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('SUBGRAPH_UNAVAILABLE')
    await system.start('svip')
    expect((await contentsOf('img/access')).length).toBeGreaterThanOrEqual(SHARED)
  })

  test('after a kill in the middle, nothing is lost and the next run continues', async () => {
    const response = await apply()
    const reader = response.body?.getReader()
    let text = ''
    // The second batch of the processing log is in progress.
    while (!/verwerkingenlog.*"erased":[1-9]/.test(text)) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) throw new Error(`it ended before it was killed: ${text}`)
      text += Buffer.from(value ?? []).toString()
    }
    await kill('img')
    await system.start('img')
    expect((await verify()).code).toBe(0)

    const { code, out, err } = await command()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Klaar.')
  })

  test('data under a hold still exist, the rest do not, and the logs verify', async () => {
    const processing = await contentsOf('img/processing')
    const subjects = processing.map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject === pseudonym(keyOfImg, HELD))).toHaveLength(2)
    expect(subjects.includes(pseudonym(keyOfImg, FREE))).toBe(false)
    const old = (await contentsOf('img/access')).filter(({ route }) => route === undefined)
    expect(old).toHaveLength(2)
    const { code, out } = await verify()
    expect(code).toBe(0)
    expect(out).toMatch(/img\/processing .* 30018 erased/)
    expect(out).toContain(`${SHARED - 2} sharings and grants cannot be held against each other any more`)
  })

  test('a second run erases nothing more; after the hold is lifted the rest is erased', async () => {
    expect((await command()).out).toMatch(/verwerkingenlog\)\s+1\.827 dagen\s+0\s+2\s/)
    const { errors } = await user.ask(
      `mutation($id: ID!) { liftLegalHold(id: $id, reason: "Zaak gesloten") { liftedAt } }`,
      { as: 'privacy.officer', variables: { id: hold } },
    )
    expect(errors).toEqual([])
    expect((await command()).out).toMatch(/verwerkingenlog\)\s+1\.827 dagen\s+2\s+0\s/)
    expect((await verify()).code).toBe(0)
  })

  test('a term that is shorter than the minimum of the logs stops the start', async () => {
    const child = system.processes.get('ncg')
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGTERM')
    await ended
    const environment = { ...system.layout.environment, NCG_RETENTION_ACCESS_LOG_DAYS: '30' }
    await expect(startService('ncg', { ...system.layout, environment })).rejects.toThrow(
      'NCG_RETENTION_ACCESS_LOG_DAYS must be more than 180',
    )
    await system.start('ncg')
  })
})
