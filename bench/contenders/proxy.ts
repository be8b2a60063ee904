import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { Agent, request } from 'undici'

/**
 * The upper limit for a gateway over HTTP, hand-written for two operations: it makes the same calls to the subgraphs as the plan, with
 * constant documents, and merges the answers. It parses no GraphQL, checks nothing and supports no other operation.
 */

type Part = Record<string, unknown>
type Address = Part & { imgGrant?: unknown; ncgGrant?: unknown }

const { PORT = '0', SUBGRAPHS = '{}' } = process.env
const places = JSON.parse(SUBGRAPHS) as Readonly<Record<string, string>>
const agent = new Agent({ keepAliveTimeout: 30_000, connections: 64 })

const ADDRESS = `__typename id street houseNumber city municipality{name}
  otherSide{img{present open phase status}ncg{present open phase status}concurrence group advice}
  access{owner outcome reason legalBasis categories withheld explanation decisionId}imgGrant ncgGrant`
const ONE = `query($id:ID!$purpose:Purpose){found:address(id:$id purpose:$purpose){${ADDRESS}}}`
const LIST = `query($postcode:String!$purpose:Purpose){found:addresses(postcode:$postcode purpose:$purpose){${ADDRESS}}}`
const DAMAGE = `query($representations:[_Any!]!){_entities(representations:$representations){...on Address{
  damage{categories claims{reference phase status handler{name phone}inspection{plannedOn heldOn}report{summary}}}}}}`
const STRENGTHENING = `query($representations:[_Any!]!){_entities(representations:$representations){...on Address{
  strengthening{categories project{reference phase status handler{name phone}inspection{plannedOn heldOn}advice{summary}}}}}}`

async function ask(
  name: string,
  query: string,
  variables: Part,
  headers: Record<string, string>,
): Promise<Part> {
  const { body } = await request(places[name] ?? '', {
    method: 'POST',
    dispatcher: agent,
    headers,
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await body.json()) as { data: Part; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function answer(incoming: IncomingMessage): Promise<Part> {
  const headers = { 'content-type': 'application/json', authorization: incoming.headers.authorization ?? '' }
  const { variables } = JSON.parse(await text(incoming)) as { variables: Part }
  const isList = 'postcode' in variables
  const { found } = await ask('svip', isList ? LIST : ONE, variables, headers)
  const addresses = (isList ? found : [found].filter(Boolean)) as Address[]
  if (addresses.length > 0) {
    const representations = (grant: 'imgGrant' | 'ncgGrant') =>
      addresses.map(({ id, [grant]: value }) => ({ __typename: 'Address', id, [grant]: value }))
    const [img, ncg] = await Promise.all([
      ask('img', DAMAGE, { representations: representations('imgGrant') }, headers),
      ask('ncg', STRENGTHENING, { representations: representations('ncgGrant') }, headers),
    ])
    for (const [index, address] of addresses.entries()) {
      Object.assign(address, (img._entities as Part[])[index], (ncg._entities as Part[])[index])
      delete address.imgGrant
      delete address.ncgGrant
      delete address.__typename
      delete address.id
    }
  }
  return isList ? { addresses: found } : { address: found }
}

createServer((incoming, outgoing) => {
  outgoing.setHeader('content-type', 'application/json')
  answer(incoming).then(
    (data) => outgoing.end(JSON.stringify({ data })),
    (error: unknown) => outgoing.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
  )
}).listen(Number(PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
