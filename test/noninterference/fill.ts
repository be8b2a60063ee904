import { createRandom } from '../../dev/world/random.ts'
import { createAcuteCases } from '../support/acute-cases.ts'
import { form, requestsIn } from '../support/information-requests.ts'
import { type Cells, claim, project } from './files.ts'
import { settled, type User } from './twins.ts'

/** The shared contents of two worlds: addresses of every kind, with objects of every type in the graph. */

type Kind = {
  readonly count: number
  readonly municipality?: string
  readonly claim?: true
  readonly project?: true
  /** The agency whose data the resident objects to, for every purpose; `BOTH` for either. */
  readonly objection?: 'BOTH' | 'IMG' | 'NCG'
  /** Not used for random queries. */
  readonly apart?: true
}

const KINDS = {
  both: { count: 3, claim: true, project: true },
  claimOnly: { count: 1, claim: true },
  projectOnly: { count: 1, project: true },
  empty: { count: 2 },
  objected: { count: 3, claim: true, project: true, objection: 'BOTH' },
  objectedEmpty: { count: 3, objection: 'BOTH' },
  objectedClaimOnly: { count: 3, claim: true, objection: 'NCG' },
  objectedProjectOnly: { count: 3, project: true, objection: 'IMG' },
  consented: { count: 1, claim: true, project: true },
  /** For consents: ended ones stay in lists, in the order in which they were given. */
  withdrawn: { count: 1, claim: true, project: true },
  /** For differences that cannot be undone. */
  last: { count: 1, claim: true, project: true },
  /** For requests: the decisions on them stay on record, in their order. Only the differences of requests query these addresses. */
  asked: { count: 2, claim: true, project: true, apart: true },
  askedObjected: { count: 1, claim: true, project: true, objection: 'BOTH', apart: true },
  elsewhere: { count: 2, municipality: '0014', claim: true, project: true },
  elsewhereEmpty: { count: 1, municipality: '0014' },
} as const satisfies Readonly<Record<string, Kind>>
export type KindOfAddress = keyof typeof KINDS

const POSTCODES: Readonly<Record<string, string>> = { '1979': '9901NN', '0014': '9711NN' }

export type Place = {
  readonly id: string
  readonly kind: KindOfAddress
  readonly municipality: string
  readonly postcode: string
}
export const PLACES: readonly Place[] = Object.entries(KINDS)
  .flatMap(([kind, { count, ...of }]) =>
    Array.from({ length: count }, () => ({ kind: kind as KindOfAddress, ...of })),
  )
  .map(({ kind, ...of }, index) => {
    const municipality = 'municipality' in of ? of.municipality : '1979'
    const id = `0010209900000${String(index).padStart(3, '0')}`
    return { id, kind, municipality, postcode: POSTCODES[municipality] ?? '' }
  })
/** The places of random queries. */
export const COMMON_PLACES: readonly Place[] = PLACES.filter(({ kind }) => !('apart' in KINDS[kind]))
export const placesOf = (...kinds: readonly KindOfAddress[]): readonly Place[] =>
  PLACES.filter(({ kind }) => kinds.includes(kind))
export const one = (kind: KindOfAddress, index = 0): string => placesOf(kind)[index]?.id ?? ''

/** Runs a document that must succeed. */
export async function run(user: User, as: string, query: string, variables: object = {}, purpose?: string) {
  const answer = await user.ask(query, { as, variables: { ...variables }, ...(purpose ? { purpose } : {}) })
  if (answer.errors.length > 0) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`)
  return answer.data
}

/** Imports rows that must be accepted, and waits until the register has them. */
export async function load(
  user: User,
  kind: 'addresses' | 'img' | 'ncg',
  rows: readonly Cells[],
): Promise<void> {
  const { body } = await user.importRows(kind, rows)
  if (body.results.some((result) => result !== 'loaded')) throw new Error(JSON.stringify(body))
  await settled(user)
}

export const addressRow = ({ id, municipality, postcode }: Omit<Place, 'kind'>): Cells => ({
  nummeraanduidingidentificatie: id,
  openbareruimtenaam: 'Proefstraat',
  huisnummer: String(Number(id.slice(-3)) + 1),
  postcode,
  woonplaatsnaam: 'Loppersum',
  gemeentecode: municipality,
})

export const OBJECT = `mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id receipt } }`

/** Fills a world; the same seed gives the same contents. */
export async function fill(user: User, seed: number): Promise<void> {
  const random = createRandom(seed, 0)
  const having = (what: 'claim' | 'project') => PLACES.filter(({ kind }) => what in KINDS[kind])
  await load(user, 'addresses', PLACES.map(addressRow))
  await load(
    user,
    'img',
    having('claim').map(({ id }) => claim(random, id)),
  )
  await load(
    user,
    'ncg',
    having('project').map(({ id }) => project(random, id)),
  )
  await statements(user)
  await work(user)
  await object(user)
}

/** The statements of residents, except their objections. */
async function statements(user: User): Promise<void> {
  const consent = (input: object) =>
    run(user, 'img.svip', 'mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
      input: { addressId: one('consented'), channel: 'FORM', evidence: 'formulier-1', ...input },
    })
  await consent({ owner: 'IMG', recipient: 'NCG', purposes: ['COOPERATION'], categories: ['FINDINGS'] })
  await consent({ owner: 'IMG', recipient: 'SVIP', purposes: ['STUCK_CASE'], categories: ['FINANCIAL'] })
  await run(user, 'ncg.svip', 'mutation($input: RecordWishInput!) { recordWish(input: $input) { id } }', {
    input: { addressId: one('both'), integralApproach: true, channel: 'VISIT', evidence: 'verslag-1' },
  })
}

/** The cooperation of the organisations, and the work of each. */
async function work(user: User): Promise<void> {
  const requests = requestsIn(user)
  const acute = createAcuteCases(user)
  await requests.submit('ncg.handler', form(one('both')))
  await requests.forwarded('img.handler', 'img.svip', form(one('both', 1)))
  await requests.submit(
    'gemeente.eemsdelta',
    form(one('both'), { owner: 'NCG', purpose: 'MUNICIPAL_PLAN', categories: ['STATUS'] }),
  )
  await acute.report(one('both', 2))
  await run(
    user,
    'img.safety',
    `mutation($id: ID!) { breakGlass(input: { addressId: $id, owner: NCG, reason: "De gevel dreigt op straat te vallen." }) { id } }`,
    { id: one('both', 2) },
  )
  const set = async (as: string, name: string, ids: readonly string[]) => {
    const input = { name, kind: 'PILOT', purpose: 'COOPERATION', description: 'Samen opnemen.' }
    const made = await run(
      user,
      as,
      'mutation($input: CreateAddressSetInput!) { createAddressSet(input: $input) { id } }',
      { input },
    )
    const members = { id: made.createAddressSet.id, addressIds: ids }
    await run(
      user,
      as,
      'mutation($input: AddressSetMembersInput!) { addToAddressSet(input: $input) { rejected } }',
      { input: members },
    )
  }
  await set('img.svip', 'Proef van het IMG', [one('both'), one('objected'), one('claimOnly')])
  await set('ncg.svip', 'Proef van de NCG', [one('both', 1), one('objected', 1), one('projectOnly')])
  for (const as of ['img.svip', 'ncg.svip'])
    await run(
      user,
      as,
      'mutation($input: RegisterSubjectAccessRequestInput!) { registerSubjectAccessRequest(input: $input) { id } }',
      {
        input: {
          addressId: one('both'),
          receivedOn: '2026-11-02',
          channel: 'FORM',
          evidence: `inzage-${as}`,
        },
      },
    )
}

/** Recipients of data from before the objection get an obligation. */
async function object(user: User): Promise<void> {
  const given =
    'query($id: ID!, $p: Purpose) { address(id: $id, purpose: $p) { damage { categories } strengthening { categories } } }'
  const id = one('objected')
  for (const [as, p] of [
    ['gemeente.eemsdelta', 'MUNICIPAL_PLAN'],
    ['img.handler', 'COOPERATION'],
    ['ncg.handler', 'COOPERATION'],
  ] as const)
    await run(user, as, given, { id, p })
  for (const place of PLACES) {
    const of: Kind = KINDS[place.kind]
    if (!of.objection) continue
    const owner = of.objection === 'BOTH' ? null : of.objection
    const input = { addressId: place.id, owner, state: 'UPHELD', evidence: `bezwaar-${place.id}` }
    await run(user, owner === 'NCG' ? 'ncg.svip' : 'img.svip', OBJECT, { input })
  }
}
