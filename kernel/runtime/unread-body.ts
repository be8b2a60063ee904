import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { hasCode } from '../errors.ts'

/** How much of what a client still sends after its refusal is read, and for how long. */
export type Bounds = { readonly bytes: number; readonly milliseconds: number }

/** Several times the largest body that is taken anywhere; less time than a process gets to end (http.ts). */
export const BOUNDS: Bounds = { bytes: 16 * 1024 * 1024, milliseconds: 5000 }

/**
 * Lets a client read why it was refused before its whole body was read (RFC 9112 9.6). A connection that is closed while unread
 * bytes wait on it is reset, which throws the answer away at a client that still writes. So the answer says that the connection
 * closes, what the client still sends is thrown away up to the bounds, and then the connection is closed. No next request on that
 * connection is read.
 */
export function lingerOnClose(server: Server, bounds: Bounds = BOUNDS): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request)) return
    const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse
    response.writeHead = (...head: unknown[]) => {
      if (!request.complete) response.setHeader('connection', 'close')
      return writeHead(...head)
    }
    // Before Node's own listener, which closes the connection after the last answer on it: by this method.
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
 * Answers what Node cannot read as a request (its event `clientError`), and closes the connection in the same way.
 * @param type the media type of the answer.
 * @param form gives the body of the answer with this text.
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
  // Reading may have stopped because nobody took the body. Node starts it again in the next tick, and only for its own parser; after
  // that the parser makes way, which would otherwise serve the next request.
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
