import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type GatewayUnderTest,
  LOOK,
  seen,
  startGatewayUnderTest,
} from '../../test/support/gateway/gateway.ts'
import type { Behaviour } from '../../test/support/gateway/subgraph.ts'
import { until } from '../../test/support/until.ts'

/** Subgraphs that are slow, dead or lying, on a real connection: the client gets the rest of the answer, in time, with an error. */

/** As short as possible, but long enough for a busy machine to answer what is not deliberately slow. */
const TIMEOUT_MS = 2000
const MAX_BYTES = 200_000
/** A text in subgraph answers that no client may read. */
const SECRET = 'Jan-de-Vries'

let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    SUBGRAPH_TIMEOUT_MS: String(TIMEOUT_MS),
    SUBGRAPH_RETRY_MS: '100',
    SUBGRAPH_MAX_BYTES: String(MAX_BYTES),
  })
})
afterAll(async () => {
  await gateway.close()
})
beforeEach(async () => {
  gateway.subgraphs.img.behave(null)
  // A successful call resets the breaker, so that cases do not affect each other.
  expect((await gateway.ask(LOOK)).errors).toEqual([])
})

const say =
  (status: number, type: string | null, text: string): Behaviour =>
  (_request, response) => {
    response.writeHead(status, type === null ? {} : { 'content-type': type })
    response.end(text)
  }
const json = (value: unknown, status = 200) => say(status, 'application/json', JSON.stringify(value))
const entities = (...found: unknown[]) => json({ data: { _entities: found } })
const PART = { address: { ...seen('1').address, damage: null } }
const AWAY = ['SUBGRAPH_UNAVAILABLE address.damage']

describe('a subgraph that lies', () => {
  test.each<[string, Behaviour, readonly string[]]>([
    ['invalid JSON', say(200, 'application/json', `{"data":{"${SECRET}`), AWAY],
    ['nothing', say(200, 'application/json', ''), AWAY],
    ['a page, said to be JSON', say(200, 'application/json', `<html>${SECRET}</html>`), AWAY],
    [
      'the right answer as another type',
      say(200, 'text/html', '{"data":{"_entities":[{"damage":"d"}]}}'),
      AWAY,
    ],
    ['the right answer without a type', say(200, null, '{"data":{"_entities":[{"damage":"d"}]}}'), AWAY],
    ['a page of an error', say(500, 'text/html', `<html>${SECRET} at server.js:3</html>`), AWAY],
    [
      'a redirect',
      (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      AWAY,
    ],
    ['no entity', entities(), AWAY],
    ['too many entities', entities({ damage: 'd' }, { damage: SECRET }), AWAY],
    ['another type', entities({ __typename: 'Query', damage: SECRET }), AWAY],
    [
      'an object for a text',
      entities({ __typename: 'Address', damage: { secret: SECRET } }),
      ['INTERNAL address.damage'],
    ],
    ['no data and no error', json({ data: null }), AWAY],
    [
      'an error of its own making',
      json({ errors: [{ message: SECRET, path: ['_entities', 0, 'damage'], extensions: { code: SECRET } }] }),
      ['INTERNAL address.damage'],
    ],
    [
      'an error of a code that is not known, with HTTP 500',
      json({ errors: [{ message: SECRET, extensions: { stacktrace: [SECRET] } }] }, 500),
      ['INTERNAL '],
    ],
  ])('%s: the rest is there, and nothing of what it said', async (_name, behaviour, errors) => {
    gateway.subgraphs.img.behave(behaviour)
    const answer = await gateway.ask(LOOK)
    expect({ status: answer.status, data: answer.data, errors: answer.errors }).toEqual({
      status: 200,
      data: PART,
      errors,
    })
    expect(answer.text).not.toContain(SECRET)
  })

  test('null in a non-null position propagates to the nearest nullable parent', async () => {
    const { ncg } = gateway.subgraphs
    ncg.behave(async (request, response, body) => {
      const honest = await ncg.answer(JSON.parse(body))
      await say(200, 'application/json', honest.replace('"phase 1"', 'null'))(request, response, body)
    })
    const { data, errors } = await gateway.ask(LOOK)
    ncg.behave(null)
    expect(data).toEqual({ address: { ...seen('1').address, strengthening: null } })
    expect(errors).toEqual(['INTERNAL address.strengthening.phase'])
  })

  test('a missing entity is null', async () => {
    gateway.subgraphs.img.behave(entities(null))
    const { data, errors } = await gateway.ask(LOOK)
    expect({ data, errors }).toEqual({ data: PART, errors: [] })
  })

  test('a huge answer is cut off at the maximum', async () => {
    let written = 0
    gateway.subgraphs.img.behave(async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const chunk = Buffer.alloc(16_384, 0x20)
      for (let count = 0; count < 4000 && !response.destroyed; count++) {
        written += chunk.length
        if (!response.write(chunk)) await sleep(1)
      }
      response.end()
    })
    const { data, errors } = await gateway.ask(LOOK)
    expect({ data, errors }).toEqual({ data: PART, errors: AWAY })
    // The buffers of the sockets can hold some more.
    expect(written).toBeLessThan(4000 * 16_384)
  })
})

describe('a subgraph that keeps failing', () => {
  const hang: Behaviour = () => {}
  const askAs = (callers: readonly string[]) => Promise.all(callers.map((as) => gateway.ask(LOOK, { as })))

  test('for one caller only: the breaker stays closed for others', async () => {
    gateway.subgraphs.img.behave(hang)
    for (const { errors } of await askAs(Array(30).fill('attacker'))) expect(errors).toEqual(AWAY)
    gateway.subgraphs.img.behave(null)
    expect(await gateway.ask(LOOK, { as: 'victim' })).toMatchObject({ data: seen('1'), errors: [] })
    expect(await gateway.metric('subgraph_requests_total', 'outcome="open"')).toBe(0)
  })

  test('for many callers: the breaker opens, answers come without the subgraph, and the breaker closes again', async () => {
    gateway.subgraphs.img.behave(hang)
    await askAs(['a', 'b', 'c', 'd', 'e'])
    expect(await gateway.metric('subgraph_breaker_open', 'img')).toBe(1)
    gateway.subgraphs.img.requests()
    expect(await gateway.ask(LOOK)).toMatchObject({ data: PART, errors: AWAY })
    expect(gateway.subgraphs.img.requests()).toEqual([])
    gateway.subgraphs.img.behave(null)
    await until(async () => (await gateway.ask(LOOK)).errors.length === 0)
    expect(await gateway.metric('subgraph_breaker_open', 'img')).toBe(0)
  })
})

describe('a subgraph that is slow or dead', () => {
  test.each<[string, Behaviour]>([
    ['does not begin its answer', () => {}],
    [
      'does not end its answer',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
    ],
    [
      'answers a byte at a time',
      async (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        while (!response.destroyed) {
          response.write(' ')
          await sleep(20)
        }
      },
    ],
    ['drops the connection', (request) => void request.socket.destroy()],
    [
      'drops the connection halfway through its answer',
      (request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
        response.write('{"data":', () => request.socket.destroy())
      },
    ],
    ['does not speak HTTP', (request) => void request.socket.end('220 mail ready\r\n')],
  ])('%s: the rest is there', async (_name, behaviour) => {
    gateway.subgraphs.img.behave(behaviour)
    const { status, data, errors } = await gateway.ask(LOOK)
    expect({ status, data, errors }).toEqual({ status: 200, data: PART, errors: AWAY })
    expect(gateway.subgraphs.img.underWay).toBeLessThanOrEqual(1)
  })

  test('a list that cannot be completed fails as the list', async () => {
    gateway.subgraphs.img.behave((request) => void request.socket.destroy())
    const { data, errors } = await gateway.ask('{ addresses { id damage } }', { variables: {} })
    expect(data).toEqual({
      addresses: [
        { id: '1', damage: null },
        { id: '2', damage: null },
      ],
    })
    expect(errors).toEqual(['SUBGRAPH_UNAVAILABLE addresses.damage'])
  })
})
