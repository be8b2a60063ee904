import { GraphQLError } from 'graphql'
import { AppError } from '../../kernel/errors.ts'
import type { Cursor, Path, Run } from './run.ts'
import { isJson, type Json, own } from './values.ts'

/** Errors of subgraphs, at the places that they are about. */

/** What a fetch was about, to say where its errors belong. */
export type FetchPlace = {
  readonly service: string
  readonly run: Run
  readonly cursor: Cursor
  /** The entities of each representation; `null` for a fetch that begins at the root. */
  readonly entities: readonly (readonly Json[])[] | null
  /** The field that was asked for, when it is one: under that name it is missing in the answer. */
  readonly only: string | null
  /** Names that the plan made up, and what they stand for. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Puts the errors of an answer on record. */
export function addErrors(errors: readonly unknown[], place: FetchPlace): void {
  let ways: ReadonlyMap<Json, Path> | null = null
  const wayTo = (object: Json): Path | null => {
    ways ??= waysTo(place.run.data, place.cursor.path)
    return ways.get(object) ?? null
  }
  for (const error of errors) {
    const { message, path, extensions } = isJson(error) ? error : {}
    const details = {
      code: 'DOWNSTREAM_SERVICE_ERROR',
      ...(isJson(extensions) ? extensions : {}),
      serviceName: place.service,
    }
    const text = typeof message === 'string' ? message : 'a subgraph failed'
    for (const at of placesOf(path, place, wayTo))
      place.run.faults.push({
        path: at,
        toError: (named) =>
          new GraphQLError(text, { ...(named ? { path: named } : {}), extensions: details }),
      })
  }
}

/** Puts on record that a subgraph could not be asked, or did not answer as a subgraph does. */
export function addFailure(cause: unknown, { service, run, cursor, only }: FetchPlace): void {
  run.faults.push({
    path: [...beforeList(cursor.path), ...(only === null ? [] : [only])],
    toError: (path) =>
      new AppError(
        'SUBGRAPH_UNAVAILABLE',
        `${service.toUpperCase()} kan nu niet antwoorden. Probeer het later opnieuw.`,
        { cause, ...(path ? { path } : {}) },
      ),
  })
}

/** In a list that is the list: which of its items are meant is not known. */
function beforeList(path: readonly string[]): readonly string[] {
  const list = path.indexOf('@')
  return list === -1 ? path : path.slice(0, list)
}

/** The places of an error: one for each object that stands for what was asked. */
function placesOf(
  path: unknown,
  { cursor, entities, renamed }: FetchPlace,
  wayTo: (object: Json) => Path | null,
): readonly (Path | null)[] {
  if (!isPath(path)) return [null]
  const within = path.map((key) => renamed.get(String(key)) ?? key)
  const [field, index, ...rest] = within
  const isOfEntity = entities && field === '_entities'
  const objects = isOfEntity ? (typeof index === 'number' && entities[index]) || [] : cursor.objects
  if (objects.length === 0) return [beforeList(cursor.path)]
  return objects.map((object) => [...(wayTo(object) ?? []), ...(isOfEntity ? rest : within)])
}

const isPath = (path: unknown): path is Path =>
  Array.isArray(path) && path.every((key) => typeof key === 'string' || Number.isInteger(key))

/** The ways from the root to the objects at a path of the plan, with the places in its lists. */
function waysTo(root: Json, path: readonly string[]): ReadonlyMap<Json, Path> {
  const ways = new Map<Json, Path>()
  const follow = (value: unknown, index: number, way: Path): void => {
    if (Array.isArray(value)) {
      const next = path[index] === '@' ? index + 1 : index
      for (const [place, item] of value.entries()) follow(item, next, [...way, place])
    } else if (isJson(value)) {
      const key = path[index]
      if (key === undefined) ways.set(value, way)
      else follow(own(value, key), index + 1, [...way, key])
    }
  }
  follow(root, 0, [])
  return ways
}
