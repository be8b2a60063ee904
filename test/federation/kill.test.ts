import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Seal } from '../../kernel/records/log/chain.ts'
import type { ExportLine } from '../../kernel/records/log/export.ts'
import { verifyLogs } from '../../kernel/records/log/verify.ts'
import type { ServiceName } from '../../tools/system.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'
import { until } from '../support/until.ts'

/** Its own system, because its processes are killed. */
let system: TestSystem
let user: ReturnType<typeof client>
/** Long enough for a busy machine, and shorter than the gateway's own timeout. */
const TIMEOUT_MS = 4000
let ids: readonly string[]

beforeAll(async () => {
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-kill-')), {
    world: false,
    environment: { SUBGRAPH_TIMEOUT_MS: String(TIMEOUT_MS), SEAL_EVERY_SECONDS: '1' },
  })
  user = client(system.layout)
  ids = addressIds(await makeAddresses(user, 20), 20)
})
afterAll(async () => {
  await system?.remove()
})

const LOOK = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { owner decisionId } damage { claims { reference } } strengthening { project { reference } } } }`

async function kill(name: ServiceName): Promise<void> {
  const child = system.processes.get(name)
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGKILL')
  await ended
}

async function allLogs(): Promise<ExportLine[]> {
  const logs = []
  for (const party of ['img', 'ncg', 'svip'] as const) logs.push(...(await user.log(party)))
  return logs as ExportLine[]
}

const outsideSeals = (): Seal[] => {
  const directory = `${system.layout.directory}/seals`
  return readdirSync(directory).flatMap((file) =>
    readFileSync(`${directory}/${file}`, 'utf8')
      .split('\n')
      // A process that has just started has created its file, and may not have sealed anything yet.
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Seal),
  )
}

describe.each(['img', 'svip'] as const)('when %s is killed under load', (victim) => {
  test('every answer that a client received has its record, the logs verify, and the system continues', async () => {
    const answered: string[] = []
    let stop = false
    const callers = Array.from({ length: 8 }, async (_, caller) => {
      for (let turn = caller; !stop; turn++) {
        const { data } = await user.ask(LOOK, {
          as: 'ncg.handler',
          variables: { id: ids[turn % ids.length] },
        })
        const decision = data?.address?.access[0].decisionId
        if (data?.address?.damage?.claims) answered.push(decision)
      }
    })
    // Under load: after the first answers, however long a busy machine takes for them.
    while (answered.length <= 20) await new Promise((resolve) => setTimeout(resolve, 50))
    await kill(victim)
    await new Promise((resolve) => setTimeout(resolve, 500))
    stop = true
    await Promise.all(callers)
    expect(answered.length).toBeGreaterThan(20)

    await system.start(victim)
    const lines = await allLogs()
    const contents = lines.flatMap((line) => (line.type === 'entry' && line.content ? [line.content] : []))
    const disclosed = new Set(
      contents.flatMap((content) => /"samenloop.decision_id":"([^"]+)"/.exec(content)?.[1] ?? []),
    )
    const decided = new Set(contents.flatMap((content) => /^\{"id":"([^"]+)"/.exec(content)?.[1] ?? []))
    expect(answered.filter((decision) => !disclosed.has(decision))).toEqual([])
    expect(answered.filter((decision) => !decided.has(decision))).toEqual([])
    const report = await verifyLogs(lines, { outsideSeals: outsideSeals() })
    expect(report.problems).toEqual([])
    expect(report.chains.map(({ chain }) => chain).sort()).toEqual([
      'img/access',
      'img/processing',
      'ncg/access',
      'ncg/processing',
      'svip/access',
      'svip/decisions',
      'svip/processing',
    ])

    const { data, errors } = await user.ask(LOOK, { as: 'ncg.handler', variables: { id: ids[0] } })
    expect(errors).toEqual([])
    expect(data.address.damage.claims).toHaveLength(1)
  })
})

describe('when a part is down', () => {
  test('without NCG the answer has the rest, and an error with the path of what is missing', async () => {
    await kill('ncg')
    const { status, data, errors } = await user.ask(LOOK, { as: 'img.handler', variables: { id: ids[0] } })
    await system.start('ncg')
    expect(status).toBe(200)
    expect(data.address).toMatchObject({ damage: { claims: [{}] }, strengthening: null })
    expect(errors).toMatchObject([
      {
        path: ['address', 'strengthening'],
        message: expect.stringContaining('NCG kan nu niet antwoorden'),
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      },
    ])
  })

  test('while NCG hangs, the answer comes without it', async () => {
    const child = system.processes.get('ncg')
    child?.kill('SIGSTOP')
    const { data, errors } = await user.ask(LOOK, { as: 'img.handler', variables: { id: ids[0] } })
    child?.kill('SIGCONT')
    expect(data.address).toMatchObject({ damage: { claims: [{}] }, strengthening: null })
    expect(errors[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE')
  })

  test('without the SVIP no data of the other side are given, and the own side keeps working, including changes', async () => {
    await kill('svip')
    const other = await user.ask(LOOK, { as: 'ncg.handler', variables: { id: ids[0] } })
    const own = await user.ask(
      `query($id: ID!) { damageClaims(filter: { addressId: $id }) { nodes { id reference revision address { street } } } }`,
      { as: 'img.handler', variables: { id: ids[1] } },
    )
    const [claim] = own.data.damageClaims.nodes
    const changed = await user.ask(
      `mutation($input: AdvanceDamageClaimInput!) { advanceDamageClaim(input: $input) { phase revision } }`,
      {
        as: 'img.handler',
        variables: {
          input: {
            id: claim.id,
            revision: claim.revision,
            to: 'ASSESSMENT',
            report: { deliveredOn: '2026-11-01', summary: 'x' },
          },
        },
      },
    )
    await system.start('svip')
    expect(other).toMatchObject({
      data: { address: null },
      errors: [{ path: ['address'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    })
    expect(own.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }])
    expect(claim).toMatchObject({ reference: expect.any(String), address: null })
    expect(changed).toMatchObject({
      errors: [],
      data: { advanceDamageClaim: { phase: 'ASSESSMENT', revision: 2 } },
    })

    // The event waits in the outbox and reaches the register by itself.
    const register = async () => {
      const { data } = await user.ask(
        `query($id: ID!) { address(id: $id, purpose: STATUS_EXCHANGE) { otherSide { img { status } } } }`,
        { as: 'ncg.handler', variables: { id: ids[1] } },
      )
      return data.address.otherSide.img.status
    }
    await until(async () => (await register()) === 'Zienswijze')
  })
})
