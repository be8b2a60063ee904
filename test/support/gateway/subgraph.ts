import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve, type TestSubgraph } from '../executor/federation.ts'

/** A misbehaviour of a subgraph. */
export type Behaviour = (
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) => void | Promise<void>

/** A subgraph on HTTP that a test can make lie, slow, stop and restart. */
export async function startSubgraph(port: number, subgraph: TestSubgraph) {
  const answer = serve(subgraph)
  let behaviour: Behaviour | null = null
  let server: Server | null = null
  const requests: { readonly body: string; readonly headers: IncomingMessage['headers'] }[] = []
  let underWay = 0
  let probes = 0
  const gaveUp: string[] = []

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/readyz') {
      probes += 1
      response.end('{}')
      return
    }
    const body = await text(request)
    requests.push({ body, headers: request.headers })
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      if (!response.writableFinished) gaveUp.push(body)
    })
    if (behaviour) return await behaviour(request, response, body)
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(await answer(JSON.parse(body)))
  }

  const start = async () => {
    server = createServer(
      (request, response) => void handle(request, response).catch(() => response.destroy()),
    )
    server.keepAliveTimeout = 75_000
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await start()
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    /** The requests since the last call of this function. */
    requests: () => requests.splice(0),
    /** The bodies of requests that were abandoned. */
    gaveUp,
    get underWay() {
      return underWay
    },
    /** The number of readiness checks. */
    get probes() {
      return probes
    },
    answer,
    behave(next: Behaviour | null) {
      behaviour = next
    },
    start,
    /** Stops as a killed process does: requests in flight are lost. */
    kill() {
      server?.close()
      server?.closeAllConnections()
    },
  }
}

export type RunningSubgraph = Awaited<ReturnType<typeof startSubgraph>>
