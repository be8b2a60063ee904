import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import { stopService } from '../../tools/system.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { startReceiver } from '../support/otlp.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/** Its own system: it exports its spans, and one of its processes is stopped. */
let system: TestSystem
let user: ReturnType<typeof client>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let postcode: string
let ids: readonly string[]

beforeAll(async () => {
  receiver = await startReceiver()
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-operation-')), {
    world: false,
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
      OTEL_TRACES_SAMPLER: 'parentbased_always_off',
      OTEL_BSP_SCHEDULE_DELAY: '100',
      LOG_LEVEL: 'debug',
      // Longer than a busy machine needs to start a process, so that no timeout decides.
      SUBGRAPH_TIMEOUT_MS: '50000',
      SUBGRAPH_RETRY_MS: '45000',
    },
  })
  user = client(system.layout)
  postcode = await makeAddresses(user, 20)
  ids = addressIds(postcode, 20)
})
afterAll(async () => {
  await system?.remove()
  receiver.close()
})

const PROCESSES = ['gateway', 'svip', 'img', 'ncg'] as const
const LOOK = `query Kijk($id: ID!) { address(id: $id, purpose: COOPERATION) { street access { decisionId } damage { claims { reference } } strengthening { project { reference } } } }`

describe('a request that is traced', () => {
  const traceId = randomBytes(16).toString('hex')
  const clientSpan = randomBytes(8).toString('hex')
  let token: string
  let secrets: string[]

  test('has spans in every process: operation, plan, fetches, statements, decision, records', async () => {
    token = await user.tokenOf('ncg.handler')
    const [id = ''] = ids
    secrets = [...ids, postcode, token, String(decodeJwt(token).sub), 'GEHEIM', 'Proefstraat', 'Kijk', 'P-']
    const { errors } = await user.ask(LOOK, {
      as: 'ncg.handler',
      variables: { id },
      headers: { traceparent: `00-${traceId}-${clientSpan}-01` },
    })
    expect(errors).toEqual([])
    const expected = [
      'ncg POST /graphql',
      'img POST /graphql',
      'svip POST /graphql',
      'svip decide',
      'svip record',
      'svip sql',
      'img record',
      'img sql',
      'ncg record',
      'ncg sql',
      'gateway fetch',
      'gateway operation',
      'gateway plan',
      'gateway POST /graphql',
    ].toSorted()
    const names = () =>
      [
        ...new Set(receiver.spans(traceId).map(({ service, name }) => `${service.slice(10)} ${name}`)),
      ].toSorted()
    while (names().length < expected.length) await sleep(50)
    expect(names()).toEqual(expected)

    const spans = receiver.spans(traceId)
    const known = new Set([clientSpan, ...spans.map(({ spanId }) => spanId)])
    expect(spans.filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''))).toEqual([])
    expect(spans.filter(({ name }) => name === 'fetch')).toHaveLength(3)
  })

  test('has the same id in the operational logs and in the processing logs', async () => {
    for (const party of ['svip', 'img', 'ncg'] as const)
      expect(JSON.stringify(await user.log(party))).toContain(traceId)
    for (const name of PROCESSES)
      expect(linesOf(name).filter((line) => line.traceId === traceId)).not.toEqual([])
  })

  test('has no data of a person, an address, or the client’s own texts', () => {
    const text = receiver.text()
    expect(text).toContain('db.query.text')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test('and neither have the operational logs, also for invalid operations', async () => {
    const [id = ''] = ids
    await user.ask(`{ address(id: "${id}") { nothing } }`, { as: 'ncg.handler' })
    await user.ask(LOOK, { as: 'ncg.handler', variables: { id, other: postcode } })
    await user.ask(LOOK, { as: 'ncg.handler', variables: { id: { street: postcode } } })
    await user.ask(LOOK, { token: `${token}x`, variables: { id } })
    for (const name of PROCESSES) {
      const text = linesOf(name)
        .map((line) => JSON.stringify(line))
        .join('\n')
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toContain('Bearer')
    }
  })

  test('is not traced when the caller opts out', async () => {
    const quiet = randomBytes(16).toString('hex')
    const after = randomBytes(16).toString('hex')
    for (const [trace, flags] of [
      [quiet, '00'],
      [after, '01'],
    ])
      await user.ask('{ damageClaims { totalCount } }', {
        as: 'img.handler',
        headers: { traceparent: `00-${trace}-${clientSpan}-${flags}` },
      })
    while (receiver.spans(after).length === 0) await sleep(50)
    expect(receiver.spans(quiet)).toEqual([])
  })
})

/** The operational log of a process: every line of it is JSON. */
const linesOf = (name: (typeof PROCESSES)[number]): Record<string, unknown>[] =>
  readFileSync(`${system.layout.directory}/logs/${name}.log`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('a subgraph that is stopped and started again under load', () => {
  test('loses no query, and the memory of the gateway stays small', async () => {
    await user.tokenOf('img.handler')
    let answered = 0
    const asked = Array.from({ length: 150 }, async (_, index) => {
      const { data, errors } = await user.ask(
        'query($id: ID!) { address(id: $id) { id damage { claims { reference } } } }',
        { as: 'img.handler', variables: { id: ids[index % 20] } },
      )
      answered += 1
      return errors.length === 0 && data.address.damage.claims.length === 1
    })
    while (answered < 20) await sleep(10)
    const img = system.processes.get('img')
    if (img) await stopService(img)
    await system.start('img')
    const whole = await Promise.all(asked)
    expect(whole.filter(Boolean)).toHaveLength(150)
    expect(img?.exitCode).toBe(0)
    expect(await user.metric('gateway', 'process_resident_memory_bytes')).toBeLessThan(700 * 1024 * 1024)
  })
})
