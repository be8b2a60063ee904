import { once } from 'node:events'
import { connect } from 'node:net'

export type RawRequest = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Size of the body, which is sent completely whatever the answer. */
  readonly bytes: number
  /** Sends the body in chunks (RFC 9112 7.1), without its length. */
  readonly chunked?: boolean
}

/** A tenth of a megabyte at a time. */
const PIECE = Buffer.alloc(100_000, 'x')

/**
 * Sends a request as a simple client that writes everything before it reads.
 * @returns the complete answer, after the connection is closed when the answer announces that. It rejects when the connection is reset.
 */
export async function rawRequest(
  url: string,
  request: RawRequest,
): Promise<{ readonly status: number; readonly headers: string; readonly body: string }> {
  const { method = 'POST', path, headers = {}, bytes, chunked = false } = request
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  socket.pause()
  const failed = once(socket, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => {})
  const write = (piece: Uint8Array | string) =>
    Promise.race([
      failed,
      new Promise<void>((resolve, reject) =>
        socket.write(piece, (error) => (error ? reject(error) : resolve())),
      ),
    ])
  const head = {
    host: `${hostname}:${port}`,
    'content-type': 'application/json',
    ...headers,
    ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(bytes) }),
  }
  try {
    await write(
      `${method} ${path} HTTP/1.1\r\n${Object.entries(head)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
    for (let left = bytes; left > 0; left -= PIECE.length) {
      const piece = PIECE.subarray(0, left)
      if (chunked) await write(`${piece.length.toString(16)}\r\n`)
      await write(piece)
      if (chunked) await write('\r\n')
    }
    if (chunked) await write('0\r\n\r\n')
    let text = ''
    socket.setEncoding('utf8').on('data', (piece) => (text += piece))
    const end = () => text.indexOf('\r\n\r\n')
    const isWhole = () => {
      const length = /content-length: (\d+)/i.exec(text.slice(0, end()))?.[1]
      const isKept = /connection: keep-alive/i.test(text.slice(0, end()))
      return isKept && end() + 4 + Number(length) === text.length
    }
    const ended = once(socket, 'end')
    socket.resume()
    while (!isWhole()) if ((await Promise.race([failed, ended, once(socket, 'data')])).length === 0) break
    return { status: Number(text.slice(9, 12)), headers: text.slice(0, end()), body: text.slice(end() + 4) }
  } finally {
    socket.destroy()
  }
}
