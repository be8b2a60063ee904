import type { GraphQLSchema } from 'graphql'
import { extractText } from 'unpdf'
import { findPersona } from '../../identity/personas.ts'
import type { Purpose } from '../../kernel/vocabulary.ts'
import { ROLES } from '../../subgraphs/svip/permissions.ts'
import type { Random } from '../../world/random.ts'
import { compare, type Difference } from './compare.ts'
import { DIFFERENCES, type Hidden } from './differences.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { run as ask, COMMON_PLACES, fill, PLACES } from './fill.ts'
import { OBSERVERS, type Observer } from './observers.ts'
import { createQuestions, type Known, type Pair, type Question } from './questions.ts'
import { startTwins, type User } from './twins.ts'

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

  async function both(question: Question, observer: Observer) {
    const [one, other] = await Promise.all(
      twins.worlds.map((user, world) =>
        textOf(user, question.query, question.variables[world] ?? {}, observer),
      ),
    )
    if (one?.includes('"status":400') && one.includes('GRAPHQL_VALIDATION_FAILED'))
      throw new Error(`not a question to this schema: ${question.query}: ${one}`)
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
        const able = observers.filter((observer) => mayAsk(observer, root))
        const observer = random.pick(able.length > 0 ? able : observers)
        const question = questions.ask(root, random, observer.purpose, hidden.addressId)
        const shows = await differing(kind, question, observer)
        if (shows.length > 0) found.push(report(hidden, observer, question, shows))
      }
      const observer = random.pick(observers)
      const question = questions.ask('address', random, observer.purpose, hidden.addressId)
      const [one, other] = await costs(twins.worlds, question, observer)
      if (one !== other)
        found.push(`${hidden.what} shows to ${observer.persona.id} in statements: ${one}, ${other}`)
      await hidden.end(twins.worlds)
      // An object that was made to end a difference has another id in each world.
      for (const [type] of made) ids.set(type, (ids.get(type) ?? []).slice(0, -1))
      return found.toSorted((a, b) => a.length - b.length).slice(0, 20)
    },
  }
}

/** Whether an observer may query a field at all: others are refused, whatever the data. */
function mayAsk({ persona: { organisation, roles } }: Observer, root: string): boolean {
  if (root.startsWith('damageClaim')) return organisation === 'IMG'
  if (root.startsWith('strengtheningProject')) return organisation === 'NCG'
  const groups = ROLES[`Query.${root}`]
  return (
    groups === undefined ||
    groups.some(
      (who) => who.organisations.includes(organisation) && who.roles.some((role) => roles.includes(role)),
    )
  )
}

/** The number of statements of a query at the SVIP in each world: the minimum of several runs, because background work only adds. */
async function costs(worlds: readonly [User, User], question: Question, observer: Observer) {
  const cost = async (world: 0 | 1): Promise<number> => {
    const user = worlds[world]
    const before = await user.metric('svip', 'db_statements_total')
    await textOf(user, question.query, question.variables[world], observer)
    return (await user.metric('svip', 'db_statements_total')) - before
  }
  let least: readonly [number, number] = [await cost(0), await cost(1)]
  for (let again = 0; again < 20 && least[0] !== least[1]; again += 1)
    least = [Math.min(least[0], await cost(0)), Math.min(least[1], await cost(1))]
  return least
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
