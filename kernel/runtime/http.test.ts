import { afterAll, expect, test } from '@jest/globals'
import { createHttpServer } from './http.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics.ts'

const app = createHttpServer({
  logger: createLogger('test', { level: 'silent', pretty: false }),
  metrics: createMetrics('test'),
  maxBodyBytes: 1000,
  work: { atOnce: 10, waiting: 10, connections: 100 },
  ready: async () => ({}),
})
app.route({
  url: '/both',
  method: ['GET', 'POST'],
  handler: async () => {
    throw new Error('not what is asked here')
  },
})
app.post('/only-post', async () => ({}))
afterAll(() => app.close())

const errorOf = (text: string) =>
  (JSON.parse(text) as { errors: [{ message: string; extensions: object }] }).errors[0]

test.each(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const)(
  '%s of a path that does not exist has a code of its own, and says no path back',
  async (method) => {
    const { statusCode, body, headers } = await app.inject({ method, url: '/nowhere/12345?bsn=999' })
    expect([statusCode, headers.allow]).toEqual([404, undefined])
    expect(errorOf(body)).toEqual({
      message: 'Deze pagina bestaat niet. Controleer de URL.',
      extensions: { code: 'NOT_FOUND', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    })
    // A random trace id can have these digits too.
    expect(body.replace(/[0-9a-f]{32}/, '')).not.toMatch(/nowhere|12345|999/)
  },
)

test.each([
  ['PUT', '/both?x=1', 'GET, POST'],
  ['DELETE', '/healthz', 'GET'],
  ['GET', '/only-post', 'POST'],
] as const)('%s %s names the methods that there are', async (method, url, allow) => {
  const { statusCode, body, headers } = await app.inject({ method, url })
  expect([statusCode, headers.allow]).toEqual([405, allow])
  expect(errorOf(body)).toMatchObject({
    message: `Deze URL kan alleen worden gevraagd met ${allow.replace(', ', ' of ')}.`,
    extensions: { code: 'METHOD_NOT_ALLOWED' },
  })
})
