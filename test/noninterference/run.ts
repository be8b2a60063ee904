import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphQLSchema } from 'graphql'
import { extractText } from 'unpdf'
import { findPersona } from '../../dev/identity/personas.ts'
import type { Random } from '../../dev/world/random.ts'
import type { Purpose } from '../../kernel/vocabulary.ts'
import { compare, type Difference } from './compare.ts'
import { DIFFERENCES, type Hidden } from './differences.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { run as ask, COMMON_PLACES, fill, PLACES } from './fill.ts'
import { mayAsk, OBSERVERS, type Observer } from './observers.ts'
import { createQuestions, type Known, type Pair, type Question } from './questions.ts'
import { startTwins, type User } from './twins.ts'

/** An answer that is refused or empty. */
const NOTHING = /"data":(null|\{"[a-zA-Z]+":(null|\[\]|\{"nodes":\[\][^{]*\})\})/

export type Run = Awaited<ReturnType<typeof createRun>>

/** Starts two worlds and searches for what shows of a difference between them. */
export async function createRun(schema: GraphQLSchema, seed: number) {
  const twins = await startTwins((user) => fill(user, seed))
  const parted = new Date()
  const ids = new Map<string, Pair[]>()
  // Both worlds are queried although they give the same: the queries go on record, and an overview shows that.
  const [before = []] = await Promise.all(twins.worlds.map(made))
  for (const [type, id] of before) ids.set(type, [...(ids.get(type) ?? []), [id, id]])
  const addresses = COMMON_PLACES.map(({ id }) => id)
  const known: Known = {
    addresses,
    postcodes: [...new Set(PLACES.map(({ postcode }) => postcode))],
    municipalities: ['1979', '0014'],
    ids,
  }
  const questions = createQuestions(schema, known)
  const occurred = new Set<string>()
  const answered = { something: 0, nothing: 0 }

  async function both(question: Question, observer: Observer) {
    const [one, other] = await Promise.all(
      twins.worlds.map((user, world) =>
        textOf(user, question.query, question.variables[world] ?? {}, observer),
      ),
    )
    if (one?.includes('"status":400') && one.includes('GRAPHQL_VALIDATION_FAILED'))
      throw new Error(`not a question to this schema: ${question.query}: ${one}`)
    answered[NOTHING.test(one ?? '') ? 'nothing' : 'something'] += 1
    return { one: one ?? '', other: other ?? '' }
  }

  /** The differences that an observer sees, without the exceptions. */
  async function differing(
    kind: string,
    question: Question,
    observer: Observer,
  ): Promise<readonly Difference[]> {
    const { one, other } = await both(question, observer)
    return compare(one, other, parted).filter(({ path }) => {
      const allowed = EXCEPTIONS.find(
        ({ of, shows }) => of.some((name) => kind.startsWith(name)) && shows.test(path),
      )
      if (allowed) occurred.add(allowed.name)
      return !allowed
    })
  }

  return {
    worlds: twins.worlds,
    occurred,
    /** The number of queries with an answer that has something to compare, and of those without. */
    answered,
    remove: twins.remove,
    /** What a query of an observer shows of the present difference. */
    async seen(
      as: string,
      purpose: Purpose | null,
      query: string,
      of: readonly object[],
    ): Promise<readonly Difference[]> {
      const persona = findPersona(as)
      if (!persona) throw new Error(`there is no ${as}`)
      const [one = {}, other = one] = of
      return await differing(
        '',
        { root: '', query, variables: [{ ...one }, { ...other }] },
        { persona, purpose },
      )
    },
    /**
     * Makes a difference, sends queries of the observers from whom it is hidden, and returns what shows of it, the smallest query first.
     */
    async look(kind: string, random: Random, more: number): Promise<string[]> {
      const hidden = DIFFERENCES[kind]?.(random)
      if (!hidden) throw new Error(`there is no difference ${kind}`)
      const made = Object.entries((await hidden.make(twins.worlds)) ?? {})
      for (const [type, pair] of made) ids.set(type, [...(ids.get(type) ?? []), pair])
      const observers = OBSERVERS.filter((observer) => hidden.isHiddenFrom(observer))
      const found: string[] = []
      for (const root of [...questions.roots, ...Array.from({ length: more }, () => 'address')]) {
        const able = observers.filter((observer) => mayAsk(observer, `Query.${root}`))
        const observer = random.pick(able.length > 0 ? able : observers)
        const question = questions.ask(root, random, observer, hidden.addressId)
        const shows = await differing(kind, question, observer)
        if (shows.length > 0) found.push(report(hidden, observer, question, shows))
      }
      const observer = random.pick(observers)
      const question = questions.ask('address', random, observer, hidden.addressId)
      const costs = await differingCosts(twins.worlds, question, observer)
      if (costs)
        found.push(`${hidden.what} shows to ${observer.persona.id} in statements: ${costs.join(' | ')}`)
      await hidden.end(twins.worlds)
      // An object that was made to end a difference has another id in each world.
      for (const [type] of made) ids.set(type, (ids.get(type) ?? []).slice(0, -1))
      return found.toSorted((a, b) => a.length - b.length).slice(0, 20)
    },
  }
}

/**
 * Compares the numbers of statements of a query at the SVIP. A query that is refused is answered before its other fields are ready, so the
 * number of one run varies: the worlds differ when they have no number in common.
 * @returns the numbers of both worlds, or null when they do not differ.
 */
async function differingCosts(
  worlds: readonly [User, User],
  question: Question,
  observer: Observer,
): Promise<readonly [number[], number[]] | null> {
  const counts = [new Set<number>(), new Set<number>()] as const
  const count = async (world: 0 | 1): Promise<void> => {
    const user = worlds[world]
    const before = await restingStatements(user)
    await textOf(user, question.query, question.variables[world], observer)
    counts[world].add((await restingStatements(user)) - before)
  }
  for (let again = 0; again < 20; again += 1) {
    await count(0)
    await count(1)
    if (!counts[0].isDisjointFrom(counts[1])) return null
  }
  return [[...counts[0]], [...counts[1]]]
}

/** The number of statements of the SVIP until now, once it stays the same. */
async function restingStatements(user: User): Promise<number> {
  const read = () => user.metric('svip', 'db_statements_total')
  let last = await read()
  for (;;) {
    await sleep(25)
    const now = await read()
    if (now === last) return now
    last = now
  }
}

async function textOf(
  user: User,
  query: string,
  variables: object,
  { persona, purpose }: Observer,
): Promise<string> {
  const { status, data, errors } = await user.ask(query, {
    as: persona.id,
    variables: { ...variables },
    ...(purpose ? { purpose } : {}),
  })
  // The order of two errors depends on which subgraph answers first.
  const inOrder = errors.toSorted((a, b) => (String(a.path) < String(b.path) ? -1 : 1))
  return JSON.stringify({ status, data: await readable(data), errors: inOrder })
}

/** The contents of a document: the text of a PDF, whose bytes have the moment at which it was made, and the parsed JSON. */
async function readable(value: unknown): Promise<unknown> {
  if (typeof value === 'string' && value.startsWith('{\n')) return JSON.parse(value)
  if (typeof value === 'string' && value.startsWith('JVBERi0'))
    return (
      await extractText(new Uint8Array(Buffer.from(value, 'base64')), { mergePages: true })
    ).text.replaceAll(/\s+/g, ' ')
  if (Array.isArray(value)) return await Promise.all(value.map(readable))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(async ([name, each]) => [name, await readable(each)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

function report(
  { what }: Hidden,
  { persona, purpose }: Observer,
  { root }: Question,
  shows: readonly Difference[],
): string {
  const [smallest] = shows.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
  const [one, other] = [JSON.stringify(smallest?.one) ?? '', JSON.stringify(smallest?.other) ?? '']
  const from = Math.max(0, [...one].findIndex((letter, index) => letter !== other[index]) - 80)
  const part = (text: string) => text.slice(from, from + 200)
  return `${what} shows to ${persona.id} for ${purpose} at ${root}: ${smallest?.path} from ${from}: ${part(one)} | ${part(other)}`
}

/** The objects that were made before the copy and can be queried by their id. */
async function made(user: User): Promise<readonly (readonly [type: string, id: string])[]> {
  const lists: readonly (readonly [type: string, as: string, query: string])[] = [
    ['DamageClaim', 'img.handler', '{ list: damageClaims(first: 100) { nodes { id } } }'],
    ['StrengtheningProject', 'ncg.handler', '{ list: strengtheningProjects(first: 100) { nodes { id } } }'],
    ['InformationRequest', 'privacy.officer', '{ list: informationRequests { nodes { id } } }'],
    ['Signal', 'privacy.officer', '{ list: signals(first: 100) { nodes { id } } }'],
    ['SubjectAccessRequest', 'privacy.officer', '{ list: subjectAccessRequests { nodes { id } } }'],
    ['EmergencyAccess', 'privacy.officer', '{ list: emergencyAccesses { nodes { id } } }'],
    ['AcuteCase', 'img.safety', '{ list: acuteCases(municipality: "1979") { nodes { id } } }'],
  ]
  const found: (readonly [string, string])[] = []
  for (const [type, as, query] of lists)
    for (const { id } of (await ask(user, as, query, {}, 'ACUTE_SAFETY')).list.nodes) found.push([type, id])
  for (const { id } of (await ask(user, 'privacy.officer', '{ list: addressSets { id } }')).list)
    found.push(['AddressSet', id])
  return found
}
