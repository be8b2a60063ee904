import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve } from '../../gateway/executor/testkit.ts'
import { SHOP } from '../shop.ts'

/** The four subgraphs of the public heavy query in one process. Each question is worked out once: they must not be what is measured. */

const services = new Map(Object.entries(SHOP).map(([name, subgraph]) => [`/${name}`, serve(subgraph)]))
const known = new Map<string, string>()

createServer(async (incoming, outgoing) => {
  const body = await text(incoming)
  const key = `${incoming.url} ${body}`
  const answer = known.get(key) ?? (await services.get(incoming.url ?? '')?.(JSON.parse(body))) ?? '{}'
  known.set(key, answer)
  outgoing.setHeader('content-type', 'application/json')
  outgoing.end(answer)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
