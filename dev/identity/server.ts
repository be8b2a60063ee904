import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from 'oidc-provider'
import { hasCode } from '../../kernel/errors.ts'
import { answerUnreadable, lingerOnClose } from '../../kernel/runtime/unread-body.ts'
import { handleInteraction, sendError } from './interaction.ts'
import { createProvider } from './provider.ts'
import type { IdentitySettings } from './settings.ts'

/** How long answers under way get to finish before their connections are cut. */
const CLOSE_GRACE_MS = 3000

export type IdentityServer = {
  readonly issuer: string
  readonly port: number
  /** Stops listening, lets answers under way finish, and resolves when the port is free. */
  close(): Promise<void>
}

const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(text)
}

const hostname = (request: IncomingMessage): string | undefined =>
  URL.parse(`http://${request.headers.host}`)?.hostname

function route(provider: Provider): RequestListener {
  const callback = provider.callback()
  return (request, response) => {
    const url = request.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    if (path === '/healthz' || path === '/readyz') return plain(response, 200, 'ok\n')

    const host = hostname(request)
    // A page elsewhere can point its own name at this address (DNS rebinding) and would then read our answers.
    if (host !== '127.0.0.1' && host !== 'localhost') {
      return plain(response, 421, `This identity provider only answers as ${provider.issuer}\n`)
    }
    // The cookies of a sign-in belong to one host name: the one of the issuer.
    if (host === 'localhost' && path === '/auth') {
      response.writeHead(307, { location: provider.issuer + url }).end()
      return
    }
    if (path.startsWith('/interaction/')) {
      handleInteraction(provider, request, response, path).catch((error: unknown) => {
        process.stderr.write(`identity: ${error instanceof Error ? error.stack : String(error)}\n`)
        if (response.headersSent) response.destroy()
        else sendError(response, 500, 'server_error')
      })
      return
    }
    void callback(request, response)
  }
}

/**
 * Starts the development identity provider on 127.0.0.1; port 0 takes a free one. Rejects when the port is
 * in use (naming IDENTITY_PORT) or when the provider cannot be made with these settings.
 */
export async function startIdentityServer(settings: IdentitySettings): Promise<IdentityServer> {
  const server = createServer()
  lingerOnClose(server)
  server.on(
    'clientError',
    answerUnreadable('text/plain', (text) => `${text}\n`),
  )
  server.listen(settings.port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (cause) {
    if (!hasCode(cause, 'EADDRINUSE')) throw cause
    const message = `Port ${settings.port} is in use. Stop what listens there, or choose another port with IDENTITY_PORT=<port>.`
    throw new Error(message, { cause })
  }
  // Only now is the port known, and with it the issuer. Nothing can have been asked yet:
  // no request is read before this turn of the event loop ends.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  try {
    server.on('request', route(createProvider({ ...settings, issuer })))
  } catch (error) {
    server.close()
    throw error
  }

  return {
    issuer,
    port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
      await closed
      clearTimeout(cut)
    },
  }
}
