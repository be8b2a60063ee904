import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createHttpServer } from './http.ts'
import { createMetrics } from './metrics.ts'

const QUESTION = '{"query":"{__typename}"}'
let app: FastifyInstance
let port: number

beforeAll(async () => {
  app = createHttpServer({
    logger: pino({ level: 'silent' }),
    metrics: createMetrics('test'),
    work: { atOnce: 10, waiting: 10, connections: 100 },
    maxBodyBytes: 10_000,
    ready: async () => ({}),
  })
  app.post('/echo', async ({ body }) => ({ body }))
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => app.close())

const post = async (headers: Record<string, string>, body: string | Buffer) => {
  const response = await fetch(`http://127.0.0.1:${port}/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('a body in an unsupported encoding', () => {
  test.each([
    ['gzip', gzipSync(QUESTION)],
    ['GZIP', gzipSync(QUESTION)],
    ['br', Buffer.from('x')],
    ['identity, gzip', gzipSync(QUESTION)],
    // Refused also when the body is not zstd: only the header counts.
    ['zstd', Buffer.from(QUESTION)],
  ])('is refused by the name of the header: content-encoding %s', async (encoding, body) => {
    const answer = await post({ 'content-encoding': encoding }, body)
    expect(answer.status).toBe(415)
    expect(answer.headers.get('accept-encoding')).toBe('identity')
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [
        { message: expect.stringContaining('content-encoding'), extensions: { code: 'BAD_USER_INPUT' } },
      ],
    })
  })

  test.each([
    ['content-type', { 'content-type': 'application/json; charset=utf-16le' }, 415],
    ['content-type', { 'content-type': 'application/json;charset="ISO-8859-1"' }, 415],
    ['content-range', { 'content-range': 'bytes 0-9/100' }, 400],
  ])('is refused by the name of the header: %s', async (name, headers, status) => {
    const answer = await post(headers, QUESTION)
    expect({ status: answer.status, text: answer.text }).toEqual({
      status,
      text: expect.stringContaining(name),
    })
  })

  test('is refused also as transfer encoding', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: gzip, chunked\r\nconnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    )
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    await once(socket, 'close')
    expect(text).toMatch(/^HTTP\/1\.1 (501|400) /)
    expect(text).not.toContain('"body"')
  })

  test.each([
    { 'content-encoding': 'identity' },
    { 'content-encoding': '' },
    { 'content-type': 'application/json; charset=UTF-8' },
    { 'content-type': 'application/json; charset="utf-8"' },
  ])('but not with %p', async (headers) => {
    expect(JSON.parse((await post(headers, QUESTION)).text)).toEqual({ body: { query: '{__typename}' } })
  })
})
