import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CsvLine, CsvRecord } from '../../../tools/csv/csv.ts'

export type Received = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rows: readonly CsvRecord[]
}

type Answer = { readonly status?: number; readonly body: unknown; readonly afterMs?: number }

export type TestReceiver = {
  readonly baseUrl: string
  readonly received: readonly Received[]
  [Symbol.asyncDispose](): Promise<void>
}

/** An answer that every row is loaded. */
export const allLoaded = ({ rows }: Pick<Received, 'rows'>): Answer => ({
  body: { results: rows.map(() => 'loaded') },
})

/** A real server on a free port, with the answers of the test. */
export async function startReceiver(
  answer: (request: Received, index: number) => Answer | 'hang up',
): Promise<TestReceiver> {
  const received: Received[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = ''
    for await (const piece of request) text += piece
    const one = { path: request.url ?? '', headers: request.headers, rows: JSON.parse(text).rows }
    received.push(one)
    const given = answer(one, received.length - 1)
    if (given === 'hang up') {
      request.socket.destroy()
      return
    }
    const { status = 200, body, afterMs = 0 } = given
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }, afterMs)
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TestFolder = {
  readonly path: string
  /** Writes a file in the folder and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>
  [Symbol.asyncDispose](): Promise<void>
}

export async function createTestFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'samenloop-'))
  return {
    path,
    async write(name, content) {
      await writeFile(join(path, name), content)
      return join(path, name)
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

/** Rows of an import of claims, each with its own reference. */
export function* claimLines(count: number): Generator<CsvLine> {
  for (let index = 0; index < count; index++) {
    yield { line: index + 2, record: { reference: `IMG-${index}`, circumstances: 'één' } }
  }
}
