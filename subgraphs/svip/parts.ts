import DataLoader from 'dataloader'
import type { Party } from '../../kernel/runtime/party.ts'
import type { Caller } from '../../kernel/vocabulary.ts'
import type { Section } from './overview/section.ts'
import type { Tables } from './store/tables.ts'

/** How a module holds its own parts: those that exist once per process (a store, a setting), and those that are read once per request. */

/** Represents a running process. A module uses it as the key of its own parts; it gives access to nothing else. */
export type InProcess = { readonly process: object }

type Hosted = { readonly party: Party<Tables>; readonly sections: readonly Section[] }
const hosted = new WeakMap<object, Hosted>()

function hostedAt({ process }: InProcess): Hosted {
  const found = hosted.get(process)
  if (!found) throw new Error('a part was asked for of a process that hosts none')
  return found
}

/** Makes a process in which the modules can create their parts. @param sections of the overview, of all modules. */
export function hostParts(party: Party<Tables>, sections: readonly Section[]): InProcess {
  const process = {}
  hosted.set(process, { party, sections })
  return { process }
}

/** The sections of the overview for a resident, of all modules. */
export const sectionsAt = (here: InProcess): readonly Section[] => hostedAt(here).sections

/** Declares a part that exists once per process, and is created at its first use. */
export function perProcess<T>(create: (party: Party<Tables>, here: InProcess) => T): (here: InProcess) => T {
  const made = new WeakMap<object, { readonly part: T }>()
  return (here) => {
    const known = made.get(here.process)
    if (known) return known.part
    const part = create(hostedAt(here).party, here)
    made.set(here.process, { part })
    return part
  }
}

/** What a read within a request depends on. */
export type InRequest = InProcess & {
  readonly caller: Caller
  readonly now: () => Date
  /** The identity of the period since the last write: values that were read before it are discarded. */
  readonly sinceWrite: () => object
}

/** Reads the values of the keys, in the same order; an `Error` for a key that could not be read. */
type Read<V> = (keys: readonly string[], request: InRequest) => Promise<readonly (V | Error)[]>

/** Declares a read by key: one statement for all keys that a request needs together, and each key once until the next write. */
export function reading<V>(read: Read<V>): (request: InRequest, key: string) => Promise<V> {
  const loaders = new WeakMap<object, DataLoader<string, V>>()
  return (request, key) => {
    const since = request.sinceWrite()
    const loader = loaders.get(since) ?? new DataLoader<string, V>((keys) => read(keys, request))
    loaders.set(since, loader)
    return loader.load(key)
  }
}

/** As `reading`, for the rows of each key. */
export const readingRows = <Row>(
  read: (keys: readonly string[], request: InRequest) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): ((request: InRequest, key: string) => Promise<readonly Row[]>) =>
  reading(async (keys, request) => {
    const byKey = Map.groupBy(await read(keys, request), keyOf)
    return keys.map((key) => byKey.get(key) ?? [])
  })
