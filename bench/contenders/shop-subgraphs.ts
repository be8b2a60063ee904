import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve } from '../../test/support/executor/federation.ts'
import { SHOP } from '../shop.ts'

/** The four subgraphs of the public heavy query in one process. Answers are cached, because the subgraphs are not what is measured. */

const services = new Map(Object.entries(SHOP).map(([name, subgraph]) => [`/${name}`, serve(subgraph)]))
const known = new Map<string, string>()

async function answer(path: string, body: string): Promise<string> {
  const key = `${path} ${body}`
  const found = known.get(key) ?? (await services.get(path)?.(JSON.parse(body))) ?? '{}'
  known.set(key, found)
  return found
}

// Longer than the keep-alive of any gateway, as in our subgraphs: a request on a closing socket would fail.
const KEEP_ALIVE_MS = 75_000

createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => {
  outgoing.setHeader('content-type', 'application/json')
  text(incoming)
    .then((body) => answer(incoming.url ?? '', body))
    .then(
      (found) => outgoing.end(found),
      () => outgoing.writeHead(500).end(),
    )
}).listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
