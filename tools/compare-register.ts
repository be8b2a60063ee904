import { z } from 'zod'
import type { Owner } from '../kernel/vocabulary.ts'
import type { RegisteredTrack } from '../subgraphs/agency/register-state.ts'

/**
 * Compares the register of the SVIP with an agency's own files, page by page in the order of the references, so that it needs the
 * memory of a page whatever the size. It may run while people work: what seems to differ is looked at again, and what still waits in
 * the outbox is under way, not wrong.
 */

/** Asks a party as the operator, and gives what it answers. @throws when it does not answer. */
export type AskParty = (party: 'img' | 'ncg' | 'svip', path: string, body: unknown) => Promise<unknown>

export type Difference = RegisteredTrack & {
  readonly kind: 'MISSING' | 'DIFFERENT' | 'SUPERFLUOUS' | 'NOTICE_MISSING'
}

/** What came of a page. */
export type Compared = {
  readonly tracks: number
  readonly differences: readonly Difference[]
  /** Seemed to differ, and an event about it still waits. */
  readonly underWay: number
}

const state = { reference: z.string(), phase: z.string(), status: z.string().nullable(), open: z.boolean() }
const ownTrack = z.object({
  ...state,
  since: z.string().nullable(),
  startedOn: z.string(),
  physical: z.boolean().default(true),
  revision: z.number(),
  addressId: z.string(),
  notices: z.array(z.object({ id: z.string(), occurredAt: z.string() })),
})
const registeredTrack = z.object({
  ...state,
  since: z.string().nullable(),
  started_on: z.string().nullable(),
  physical: z.boolean(),
  revision: z.number(),
  address_id: z.string(),
  notices: z.array(z.string()),
})
type OwnTrack = z.infer<typeof ownTrack>
type Registered = z.infer<typeof registeredTrack>

const ownPage = z.object({ tracks: z.array(ownTrack) })
const ownLook = ownPage.extend({ underWay: z.array(z.string()) })
const registerPage = z.object({ tracks: z.array(registeredTrack), noticesFrom: z.string() })
const registerLook = z.object({
  tracks: z.array(registeredTrack),
  removed: z.array(z.object({ reference: z.string(), revision: z.number() })),
})

const partyOf = (owner: Owner) => (owner === 'IMG' ? 'img' : 'ncg')

/** Byte order, as PostgreSQL's collation "C". */
const inOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

type Pair = { readonly own: OwnTrack | undefined; readonly known: Registered | undefined }

/** Compares one agency with the register. */
export async function* compareRegister(ask: AskParty, owner: Owner): AsyncGenerator<Compared> {
  let noticesFrom = ''
  const own = rows(
    async (after) => ownPage.parse(await ask(partyOf(owner), '/register/page', { after })).tracks,
  )
  const known = rows(async (after) => {
    const page = registerPage.parse(await ask('svip', '/register/page', { owner, after }))
    noticesFrom = page.noticesFrom
    return page.tracks
  })
  let tracks = 0
  let suspects: Pair[] = []
  const settle = async (): Promise<Compared> => {
    const found = await lookAgain(ask, owner, suspects, noticesFrom)
    const compared = { ...found, tracks }
    tracks = 0
    suspects = []
    return compared
  }
  for await (const pair of inPairs(own, known)) {
    tracks += 1
    if (faultsOf(pair, noticesFrom).length > 0) suspects.push(pair)
    if (tracks === 1000) yield await settle()
  }
  yield await settle()
}

/** Sends the agency the differences that it has to resend to the register. @returns the number of events. */
export async function repairRegister(
  ask: AskParty,
  owner: Owner,
  differences: readonly Difference[],
): Promise<number> {
  if (differences.length === 0) return 0
  const of = (notices: boolean) =>
    differences
      .filter(({ kind }) => (kind === 'NOTICE_MISSING') === notices)
      .map(({ reference, addressId, revision }) => ({ reference, addressId, revision }))
  const answer = await ask(partyOf(owner), '/register/repair', { tracks: of(false), notices: of(true) })
  return z.object({ sent: z.number() }).parse(answer).sent
}

/** A paginated list, read one page at a time. */
async function* rows<Row extends { readonly reference: string }>(
  page: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row, undefined> {
  let last = ''
  while (true) {
    const found = await page(last)
    yield* found
    const end = found.at(-1)
    if (!end) return undefined
    last = end.reference
  }
}

async function* inPairs(
  own: AsyncGenerator<OwnTrack, undefined>,
  known: AsyncGenerator<Registered, undefined>,
): AsyncGenerator<Pair> {
  let left = (await own.next()).value
  let right = (await known.next()).value
  while (left || right) {
    const order = left && right ? inOrder(left.reference, right.reference) : left ? -1 : 1
    yield { own: order <= 0 ? left : undefined, known: order >= 0 ? right : undefined }
    if (order <= 0) left = (await own.next()).value
    if (order >= 0) right = (await known.next()).value
  }
}

function faultsOf({ own, known }: Pair, noticesFrom: string): Difference['kind'][] {
  if (!own) return known ? ['SUPERFLUOUS'] : []
  const registered = new Set(known?.notices)
  const isMissing = own.notices.some(({ id, occurredAt }) => occurredAt >= noticesFrom && !registered.has(id))
  return [
    ...(!known ? (['MISSING'] as const) : isSame(own, known) ? [] : (['DIFFERENT'] as const)),
    ...(isMissing ? (['NOTICE_MISSING'] as const) : []),
  ]
}

const isSame = (own: OwnTrack, known: Registered): boolean =>
  own.addressId === known.address_id &&
  own.phase === known.phase &&
  own.status === known.status &&
  own.open === known.open &&
  own.since === known.since &&
  own.startedOn === known.started_on &&
  own.physical === known.physical &&
  own.revision === known.revision

/** Reads the agency first: events that no longer wait in its outbox then, are in the register when that is read afterwards. */
async function lookAgain(
  ask: AskParty,
  owner: Owner,
  suspects: readonly Pair[],
  noticesFrom: string,
): Promise<Omit<Compared, 'tracks'>> {
  if (suspects.length === 0) return { differences: [], underWay: 0 }
  const tracks = suspects.map(({ own, known }) => ({
    reference: (own ?? known)?.reference ?? '',
    addressId: own?.addressId ?? known?.address_id ?? '',
  }))
  const files = ownLook.parse(await ask(partyOf(owner), '/register/look', { tracks }))
  const references = tracks.map(({ reference }) => reference)
  const register = registerLook.parse(await ask('svip', '/register/look', { owner, references }))
  const own = new Map(files.tracks.map((track) => [track.reference, track]))
  const known = new Map(register.tracks.map((track) => [track.reference, track]))
  const removed = new Map(register.removed.map(({ reference, revision }) => [reference, revision]))
  const waiting = new Set(files.underWay)
  const settled = tracks.filter(({ reference }) => !waiting.has(reference))
  return {
    underWay: tracks.length - settled.length,
    differences: settled.flatMap(({ reference, addressId }) => {
      const track = known.get(reference)
      const faults = faultsOf({ own: own.get(reference), known: track }, noticesFrom)
      return faults.map((kind) => ({
        kind,
        reference,
        addressId: own.get(reference)?.addressId ?? track?.address_id ?? addressId,
        revision: track?.revision ?? removed.get(reference) ?? 0,
      }))
    }),
  }
}
