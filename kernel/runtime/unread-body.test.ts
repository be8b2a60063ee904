import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { rawRequest } from '../../test/support/raw-request.ts'
import { AppError, forbidden } from '../errors.ts'
import { createHttpServer } from './http.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics.ts'
import { BOUNDS, lingerOnClose } from './unread-body.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const LIMIT = 10_000
const SIZES = [LIMIT + 1, 300_000, 1_000_000, 5_000_000, 12_000_000]

/** The HTTP server of our processes, with a route for each moment at which a request can be refused. */
async function startHttp() {
  const app = createHttpServer({
    logger: createLogger('test', { level: 'silent', pretty: false }),
    metrics: createMetrics('test'),
    maxBodyBytes: LIMIT,
    work: { atOnce: 10, waiting: 10, connections: 100 },
    ready: async () => ({}),
  })
  let served = 0
  app.post('/open', async () => {
    served += 1
    return { served }
  })
  app.post('/forbidden', { onRequest: async () => Promise.reject(forbidden()) }, async () => ({}))
  app.post(
    '/at-once',
    {
      onRequest: (_request, _reply, done) => done(new AppError('RATE_LIMITED', 'Te veel.')),
    },
    async () => ({}),
  )
  app.post(
    '/later',
    {
      onRequest: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw forbidden()
      },
    },
    async () => ({}),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  closing.push(() => app.close())
  return { url, served: () => served }
}

describe('a client that sends everything before it reads', () => {
  test.each([
    { what: 'a body that is too large', path: '/open', status: 413 },
    { what: 'a body of another type', path: '/open', status: 415, headers: { 'content-type': 'text/xml' } },
    { what: 'a body without a type', path: '/open', status: 415, headers: { 'content-type': '' } },
    { what: 'somebody who may not', path: '/forbidden', status: 403 },
    { what: 'somebody who may not, found out at once', path: '/at-once', status: 429 },
    { what: 'somebody who may not, found out later', path: '/later', status: 403 },
    {
      what: 'a path that does not exist',
      path: '/nowhere',
      status: 404,
      headers: { 'content-type': 'text/xml' },
    },
    {
      what: 'a method that does not exist',
      path: '/open',
      status: 405,
      method: 'PUT',
      headers: { 'content-type': 'text/xml' },
    },
    { what: 'a method that takes no body', path: '/healthz', status: 200, method: 'GET' },
  ])('reads the whole answer about $what', async ({ what: _what, status, ...asked }) => {
    const { url, served } = await startHttp()
    for (const bytes of SIZES)
      for (const chunked of [false, true]) {
        const answer = await rawRequest(url, { ...asked, bytes, chunked })
        expect([bytes, chunked, answer.status]).toEqual([bytes, chunked, status])
        // A small body may have arrived before the answer was sent.
        if (bytes > 100_000) expect(answer.headers.toLowerCase()).toContain('\r\nconnection: close')
        expect(JSON.parse(answer.body)).toEqual(
          status === 200
            ? { status: 'ok' }
            : { errors: [expect.objectContaining({ message: expect.any(String) })] },
        )
      }
    expect(served()).toBe(0)
  })

  test('reads that its headers were too large, or not HTTP', async () => {
    const { url } = await startHttp()
    const tooLarge = { 'x-long': 'x'.repeat(20_000) }
    for (const bytes of SIZES) {
      const long = await rawRequest(url, { path: '/open', headers: tooLarge, bytes })
      expect(long).toMatchObject({ status: 431, body: expect.stringContaining('headers') })
      const broken = await rawRequest(url, { method: 'NO HTTP', path: '/open', bytes })
      expect(broken).toMatchObject({ status: 400, body: expect.stringContaining('"code":"BAD_USER_INPUT"') })
    }
  })
})

/** A connection with a refused request that is still being sent, and the server's side of it. */
async function startRefusing(bounds = BOUNDS) {
  const refused: string[] = []
  const server: Server = createServer((request, response) => {
    refused.push(request.url ?? '')
    response.writeHead(413).end('refused')
  })
  lingerOnClose(server, bounds)
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const connected = once(server, 'connection') as Promise<[Socket]>
  const client = connect({ host: '127.0.0.1', port })
  client.on('error', () => {})
  closing.unshift(async () => client.destroy())
  client.write('POST /first HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n\r\n')
  const [socket] = await connected
  socket.on('error', () => {})
  return { server, port, client, socket, refused }
}

/** Resolves when a connection is closed, also by an error, since it ends halfway through a request. */
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve))

describe('a client that was refused', () => {
  test('and sends endlessly is cut off after a maximum of bytes', async () => {
    const bytes = 1_000_000
    const { client, socket } = await startRefusing({ bytes, milliseconds: 1_000_000 })
    const cut = closed(socket)
    const piece = Buffer.alloc(65_536)
    const send = () => {
      while (!client.destroyed && client.write(piece));
    }
    client.on('drain', send)
    send()
    await cut
    expect(socket.bytesRead).toBeGreaterThan(bytes)
    // The bytes read before the answer was written, and one read more.
    expect(socket.bytesRead).toBeLessThan(bytes + 1_000_000)
  })

  test('and sends nothing more is cut off after a while', async () => {
    const { client, socket } = await startRefusing({ bytes: 1_000_000, milliseconds: 100 })
    client.resume()
    await closed(socket)
    expect(client.destroyed || client.readableEnded).toBe(true)
  })

  test('and keeps dripping is cut off as well, while others are served', async () => {
    const { client, socket, port, refused } = await startRefusing({ bytes: 1_000_000, milliseconds: 300 })
    const cut = closed(socket)
    const drip = setInterval(() => client.write('x'), 5)
    const other = request({ host: '127.0.0.1', port, path: '/other' }).end()
    await once(other, 'response')
    expect(refused).toEqual(['/first', '/other'])
    await cut
    clearInterval(drip)
  })

  test('has no next request served on the same connection', async () => {
    const { client, socket, refused } = await startRefusing()
    await once(client, 'data')
    // As if the body ended here: everything after it must be discarded.
    client.write(`${'x'.repeat(100_000)}POST /second HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`)
    client.end()
    await closed(socket)
    expect(refused).toEqual(['/first'])
  })
})

test('a request that is refused after it was read completely keeps its connection', async () => {
  const { url } = await startHttp()
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  closing.unshift(async () => socket.destroy())
  const head =
    'POST /later HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'
  for (let round = 0; round < 3; round += 1) {
    socket.write(head)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 403 [\s\S]*connection: keep-alive/i)
  }
})
