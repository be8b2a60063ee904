import { GraphQLError } from 'graphql'
import { AppError } from '../../kernel/errors.ts'
import type { Cursor, Path, Run } from './run.ts'
import { isJson, type Json, own } from './values.ts'

/** Maps the errors of subgraphs to paths in the client's answer. */

/** The context of a fetch, from which the paths of its errors follow. */
export type FetchPlace = {
  readonly service: string
  readonly run: Run
  readonly cursor: Cursor
  /** The entities of each representation; `null` for a fetch at the root. */
  readonly entities: readonly (readonly Json[])[] | null
  /** The response name of the only field that the fetch asks for; `null` when it asks for several. */
  readonly only: string | null
  /** The aliases that the planner made up, and the names that they replace. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Adds the errors of a subgraph's answer to the run. */
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

/** Adds an error to the run: the call failed, or the answer was no GraphQL result. */
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

/** Inside a list this is the path of the list: the items concerned are not known. */
function beforeList(path: readonly string[]): readonly string[] {
  const list = path.indexOf('@')
  return list === -1 ? path : path.slice(0, list)
}

/** The paths of an error: one for each object that a representation stands for. */
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

/** The path, with list indexes, of each object at a path of the plan. */
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
