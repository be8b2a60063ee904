import { connect, type Socket } from 'node:net'
import { afterAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { PARTIES, post, type Received, send, system } from './attacker.ts'

/**
 * Honest callers beside callers who do all they can to keep the processes busy. The test asserts the answers and that nothing is left
 * behind, never a time: `npm run bench:hostile` measures times.
 */

const HONEST = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { id street otherSide { concurrence }
  damage { claims { reference handler { name } } } strengthening { project { reference status handler { name } } } } }`
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const unknownNames = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, index]))
const SUBMIT =
  'mutation($input: SubmitInformationRequestInput!) { submitInformationRequest(input: $input) { id } }'
const LIST = `query($postcode: String!) { addresses(postcode: $postcode, purpose: COOPERATION) { id damage { claims { reference } }
  strengthening { project { reference } } access { explanation } cooperation { withheld } } }`

type Attack = {
  readonly what: string
  readonly make: (postcode: string) => Promise<Received>
  readonly status: number
  readonly code: string
}

const hostile =
  (query: string, variables: unknown = {}, as = 'ncg.svip') =>
  () =>
    post('gateway', query, { as, variables })

/** Each is refused, with the code that says what to do. */
const REFUSED: readonly Attack[] = [
  {
    what: 'hundreds of unknown names in an input',
    make: hostile(SUBMIT, { input: unknownNames(2000) }, 'ncg.handler'),
    status: 400,
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'a text of a hundred thousand characters',
    make: hostile('query($s: String) { informationRequests(filter: { search: $s }) { totalCount } }', {
      s: 'woord '.repeat(18_000),
    }),
    status: 400,
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'a body that is too large',
    make: async () =>
      await send('gateway', '/graphql', {
        as: 'ncg.svip',
        body: JSON.stringify({ query: ' '.repeat(300_000) }),
      }),
    status: 413,
    code: 'OPERATION_TOO_COMPLEX',
  },
  {
    what: 'a question that is too deep',
    make: hostile(
      `{ damageClaims { nodes { ${'address { damage { claims { '.repeat(30)} id ${' } } }'.repeat(30)} } } }`,
    ),
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
  },
  {
    what: 'a question that is too long',
    make: hostile(`{ ${repeat(3000, (index) => `a${index}: __typename`)} }`),
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
  },
  {
    what: 'a question that costs too much',
    make: hostile(
      `{ ${repeat(15, (index) => `a${index}: strengtheningProjects(first: 100) { nodes { address { damage { claims { id handler { name } inspection { plannedOn } report { summary } } } } } }`)} }`,
    ),
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
  },
  { what: 'no token', make: () => post('gateway', '{ __typename }'), status: 401, code: 'UNAUTHENTICATED' },
  {
    what: 'no JSON',
    make: () => send('gateway', '/graphql', { as: 'ncg.svip', body: '{'.repeat(1000) }),
    status: 400,
    code: 'BAD_USER_INPUT',
  },
]

const sockets: Socket[] = []
afterAll(() => {
  for (const socket of sockets) socket.destroy()
})

/** Connections on which a request is begun and never completed. */
async function openSlowSockets(count: number): Promise<void> {
  const token = await system.tokenOf('ncg.svip')
  const { hostname, port } = new URL(system.urls.gateway)
  const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n`
  for (let index = 0; index < count; index++) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(index % 2 ? `${head}x-slow: ` : `${head}content-length: 200000\r\n\r\n{"query":"`)
    sockets.push(socket)
  }
}

/** A caller who sends a heavy query, and disconnects before the answer. */
async function askAndLeave(postcode: string): Promise<'left'> {
  const leave = new AbortController()
  const asked = fetch(`${system.urls.gateway}/graphql`, {
    method: 'POST',
    signal: leave.signal,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await system.tokenOf('ncg.svip')}`,
    },
    body: JSON.stringify({ query: LIST, variables: { postcode } }),
  })
  setImmediate(() => leave.abort())
  await asked.then(
    (response) => response.body?.cancel(),
    () => {},
  )
  return 'left'
}

const settled = async (name: 'gateway' | 'svip' | 'img' | 'ncg') => {
  while (
    (await system.metric(name, 'requests_running')) + (await system.metric(name, 'requests_waiting')) >
    0
  )
    await new Promise((resolve) => setTimeout(resolve, 20))
}

/** For each of two people, one after the other. */
const HONEST_QUESTIONS = 12
/** Not a limit on performance: after this time, something hangs. */
const HANGS_AFTER_MS = 300_000

describe('hostile callers', () => {
  test(
    'do not affect honest ones: these get complete answers, the hostile ones their refusals',
    async () => {
      const postcode = await makeAddresses(system, 12)
      const ids = addressIds(postcode, 12)
      const askHonestly = (id: string, as: string) => system.ask(HONEST, { as, variables: { id } })
      // The answers without other load.
      const alone = await Promise.all(ids.slice(0, 8).map((id) => askHonestly(id, 'img.handler')))
      for (const { errors, data } of alone)
        expect([errors, data.address.strengthening.project.handler]).toEqual([
          [],
          { name: 'Proef Begeleider' },
        ])

      let isOver = false
      const attacks = new Map<string, number>()
      const wrong: unknown[] = []
      const attack = async ({ what, make, status, code }: Attack) => {
        while (!isOver) {
          const received = await make(postcode)
          attacks.set(what, (attacks.get(what) ?? 0) + 1)
          if (
            received.status !== status ||
            !received.text.includes(`"code":"${code}"`) ||
            received.text.length > 20_000
          )
            wrong.push([what, received.status, received.text.slice(0, 300)])
        }
      }
      const heavy = async () => {
        while (!isOver) {
          const { errors } = await system.ask(LIST, { as: 'ncg.svip', variables: { postcode } })
          attacks.set(
            'an expensive list that is allowed',
            (attacks.get('an expensive list that is allowed') ?? 0) + 1,
          )
          if (errors.length > 0) wrong.push(['heavy', errors])
          await askAndLeave(postcode)
        }
      }
      await openSlowSockets(60)
      const hostileCallers = [...REFUSED.map(attack), heavy(), heavy()]

      // One after the other for each of two people, so that every query meets hostile load.
      const honest = async (as: string) => {
        const answers = []
        for (let count = 0; count < HONEST_QUESTIONS; count++)
          answers.push(await askHonestly(ids[count % 8] ?? '', as))
        return answers
      }
      const [mine, colleague] = await Promise.all([honest('img.handler'), honest('img.colleague')])
      isOver = true
      await Promise.all(hostileCallers)

      for (const answers of [mine, colleague])
        expect(answers).toEqual(Array.from({ length: HONEST_QUESTIONS }, (_, count) => alone[count % 8]))
      expect(wrong).toEqual([])
      // All kinds of attacks were active all the time.
      expect([...attacks.keys()].toSorted()).toEqual(
        [...REFUSED.map(({ what }) => what), 'an expensive list that is allowed'].toSorted(),
      )

      for (const name of ['gateway', ...PARTIES] as const) {
        await settled(name)
        expect([name, await system.metric(name, 'requests_overloaded_total')]).toEqual([name, 0])
      }
      // The processes are still the same ones, and work.
      expect((await askHonestly(ids[0] ?? '', 'img.handler')).errors).toEqual([])
    },
    HANGS_AFTER_MS,
  )
})
