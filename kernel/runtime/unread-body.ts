import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { hasCode } from '../errors.ts'

/** How many bytes that a client sends after its refusal are still read, and for how long. */
export type Bounds = { readonly bytes: number; readonly milliseconds: number }

/** Several times the largest accepted body; less time than the graceful shutdown (http.ts). */
export const BOUNDS: Bounds = { bytes: 16 * 1024 * 1024, milliseconds: 5000 }

/**
 * Lets a client read the refusal of a request whose body was not read completely (RFC 9112 9.6). Closing a connection with unread bytes
 * resets it, and a client that is still writing then loses the answer. So the answer announces that the connection closes, further bytes
 * are discarded up to the bounds, and then the connection is closed. No next request on that connection is read.
 */
export function lingerOnClose(server: Server, bounds: Bounds = BOUNDS): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request)) return
    const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse
    response.writeHead = (...head: unknown[]) => {
      if (!request.complete) response.setHeader('connection', 'close')
      return writeHead(...head)
    }
    // Runs before Node's own listener, which closes the connection after the last answer with this method.
    response.prependListener('finish', () => {
      const { socket } = request
      if (!request.complete) socket.destroySoon = () => linger(socket, bounds)
    })
  })
}

const UNREADABLE: Readonly<Record<string, readonly [status: number, text: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'De headers van dit verzoek zijn te groot. Stuur er minder, of kortere.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Dit verzoek kwam te langzaam binnen. Stuur het opnieuw.'],
}

/**
 * Answers what Node cannot parse as a request (its event `clientError`), and closes the connection in the same way.
 * @param type the media type of the answer.
 * @param form makes the body of the answer from a text.
 */
export const answerUnreadable =
  (type: string, form: (text: string) => string, bounds: Bounds = BOUNDS) =>
  (error: Error, socket: Socket): void => {
    if (hasCode(error, 'ECONNRESET') || !socket.writable) return void socket.destroy()
    const code = 'code' in error ? String(error.code) : ''
    const [status, text] = UNREADABLE[code] ?? [
      400,
      'Dit verzoek is niet leesbaar: het is geen geldige HTTP.',
    ]
    const body = form(text)
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: ${type}; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
    linger(socket, bounds)
  }

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0

function linger(socket: Socket, { bytes, milliseconds }: Bounds): void {
  const timer = setTimeout(() => socket.destroy(), milliseconds)
  socket.once('close', () => clearTimeout(timer))
  socket.end()
  // The socket may be paused because the body was not consumed. Node resumes it in the next tick, only for its own parser; after that the
  // parser is detached, which would otherwise serve the next request.
  socket.resume()
  process.nextTick(() => {
    let left = bytes
    socket.removeAllListeners('data')
    socket.on('data', ({ length }: Buffer) => {
      left -= length
      if (left < 0) socket.destroy()
    })
  })
}
