import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressId } from './database/filling.ts'
import { UNIFIED_QUERY } from './scenarios/unified-query.ts'

/** Sends endless load that keeps a gateway busy, until it is killed (`scenarios/hostile.ts`). */

const { TARGET = '', TOKENS = '' } = process.env
const tokens = TOKENS.split(' ')
const SLOW_SOCKETS = 200
/** The pause between two attacks of one kind, close to the rate limit of a person. */
const PAUSE_MS = 5

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const names = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`x${index}`, index]))

const BODIES: readonly string[] = [
  {
    query:
      'mutation($input: SubmitInformationRequestInput!) { submitInformationRequest(input: $input) { id } }',
    variables: { input: names },
  },
  {
    query: 'query($s: String) { informationRequests(filter: { search: $s }) { totalCount } }',
    variables: { s: 'woord '.repeat(20_000) },
  },
  {
    query: `{ damageClaims { nodes { ${'address { damage { claims { '.repeat(40)} id ${' } } }'.repeat(40)} } } }`,
  },
  { query: `{ ${repeat(3000, (index) => `a${index}: __typename`)} }` },
  {
    query: `{ ${repeat(15, (index) => `a${index}: damageClaims(first: 100) { nodes { address { consents { id } } } }`)} }`,
  },
  { query: ' '.repeat(300_000) },
  // Allowed, but expensive.
  {
    query:
      'query($postcode: String!) { addresses(postcode: $postcode, purpose: COOPERATION) { id otherSide { group } access { explanation } } }',
    variables: { postcode: '1000AC' },
  },
].map((body) => JSON.stringify(body))

async function attack(body: string, index: number, leaves: boolean): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${tokens[index % tokens.length]}`,
  }
  const signal = leaves ? AbortSignal.timeout(5) : null
  await fetch(TARGET, { method: 'POST', headers, body, signal }).then(
    (response) => response.arrayBuffer(),
    () => null,
  )
}

const { hostname, port } = new URL(TARGET)
for (let index = 0; index < SLOW_SOCKETS; index++) {
  const socket = connect(Number(port), hostname, () =>
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: '),
  )
  socket.on('error', () => {})
}
await Promise.all(BODIES.map((body, index) => attack(body, index, false)))
console.log('all attacks run')

const unified = JSON.stringify({
  query: UNIFIED_QUERY,
  variables: { id: addressId(1), purpose: 'COOPERATION' },
})
await Promise.all(
  [...BODIES, unified].map(async (body, index) => {
    for (;;) {
      await attack(body, index, body === unified)
      await sleep(PAUSE_MS)
    }
  }),
)
