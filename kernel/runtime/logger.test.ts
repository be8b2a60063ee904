import { describe, expect, test } from '@jest/globals'
import { createLogger } from './logger.ts'
import { runInTrace } from './telemetry/current.ts'

function createLog() {
  const lines: string[] = []
  const logger = createLogger(
    'test',
    { level: 'trace', pretty: false },
    { write: (line) => lines.push(line) },
  )
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}')
  return { logger, lines, last }
}

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJqYW4ifQ.c2lnbmF0dXJl'
const ADDRESS = '1979200000012345'

describe('the operational log', () => {
  test.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'token',
    'accessToken',
    'id_token',
    'clientSecret',
    'password',
    'apiKey',
    'x-api-key',
    'headers',
    'variables',
    'parameters',
    'body',
    'query',
  ])('never holds what is called %s, at whatever depth', (name) => {
    const { logger, lines } = createLog()
    logger.info({ [name]: 'GEHEIM' }, 'message')
    logger.info({ request: { inner: [{ [name]: { deeper: 'GEHEIM' } }] } }, 'message')
    logger.child({ [name]: 'GEHEIM' }).info({ [name]: 'GEHEIM' }, 'message')
    expect(lines.slice(0, 2).join('')).not.toContain('GEHEIM')
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ [name]: '[struck out]', msg: 'message' })
  })

  test.each([
    ['a token', JWT],
    ['an address', ADDRESS],
  ])('never holds %s, whatever it is called', (_what, value) => {
    const { logger, lines } = createLog()
    logger.info({ note: `about ${value}.`, list: [[value]], deep: { a: { b: { c: value } } } }, 'message')
    logger.error({ err: new Error(`no such address ${ADDRESS} "${value}"`) }, 'message')
    expect(lines.join('')).not.toContain(value)
  })

  test('keeps the chosen fields', () => {
    const { logger, last } = createLog()
    logger.warn({ code: 'CONFLICT', ms: 3, subgraph: 'img', ok: true, none: null }, 'message')
    expect(last()).toMatchObject({
      level: 40,
      code: 'CONFLICT',
      ms: 3,
      subgraph: 'img',
      ok: true,
      none: null,
    })
  })

  test('handles circular objects', () => {
    const { logger, lines } = createLog()
    const circle: Record<string, unknown> = {}
    circle.self = circle
    logger.info({ circle }, 'message')
    expect(lines).toHaveLength(1)
  })

  test.each([
    ['of a JSON parser, which quotes its input', () => JSON.parse('{"name":"Jan de Vries",}')],
    [
      'of a database, which repeats values',
      () => {
        throw Object.assign(new Error('duplicate key (Jan de Vries)'), { severity: 'ERROR', code: '23505' })
      },
    ],
    [
      'that quotes',
      () => {
        throw new Error('Value "Jan de Vries" is wrong')
      },
    ],
  ])('logs a failure %s, with what happened and where, without values', (_what, fails) => {
    const { logger, lines, last } = createLog()
    try {
      fails()
    } catch (err) {
      logger.error({ err }, 'failed')
    }
    expect(lines.join('')).not.toContain('Jan')
    expect(last()).toMatchObject({ msg: 'failed', err: { type: expect.stringMatching(/Error$/) } })
  })

  test('has the current trace id', () => {
    const { logger, last } = createLog()
    const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), parentSpanId: null, sampled: true }
    runInTrace(trace, () => logger.info('message'))
    expect(last()).toMatchObject({ traceId: trace.traceId, spanId: trace.spanId })
    logger.info('message')
    expect(last()).not.toHaveProperty('traceId')
  })
})
