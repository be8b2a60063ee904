import { GraphQLError } from 'graphql'
import { AppError } from '../../kernel/errors.ts'
import { clientName } from './internal-names.ts'
import type { Cursor } from './plan.ts'
import type { Run } from './run.ts'
import { isJson, type Json, own } from './values.ts'

/** Errors of subgraphs, at the place in the client's answer that they are about. */

/** What a fetch was about, to say where its errors belong. */
export type FetchPlace = {
  readonly service: string
  readonly run: Run
  readonly cursor: Cursor
  /** The entities of each representation; `null` for a fetch that begins at the root. */
  readonly entities: readonly (readonly Json[])[] | null
  /** The field that was asked for, when it is one: under that name it is missing in the answer. */
  readonly only: string | null
}

type Path = readonly (string | number)[]

/** The errors of an answer. */
export function errorsOf(errors: unknown, place: FetchPlace): GraphQLError[] {
  if (!Array.isArray(errors)) return [failureOf(new Error('errors is not a list'), place)]
  return errors.map((error: unknown) => {
    const { message, path, extensions } = isJson(error) ? error : {}
    const at = pathOf(Array.isArray(path) ? path : null, place)
    return new GraphQLError(typeof message === 'string' ? message : 'a subgraph failed', {
      ...(at ? { path: at } : {}),
      extensions: {
        code: 'DOWNSTREAM_SERVICE_ERROR',
        ...(isJson(extensions) ? extensions : {}),
        serviceName: place.service,
      },
    })
  })
}

/** What is told when a subgraph could not be asked, or did not answer as a subgraph does. */
export function failureOf(cause: unknown, place: FetchPlace): GraphQLError {
  const list = place.cursor.path.indexOf('@')
  // In a list that is the list: which of its items are meant is not known.
  const path = list === -1 ? place.cursor.path : place.cursor.path.slice(0, list)
  return new AppError(
    'SUBGRAPH_UNAVAILABLE',
    `${place.service.toUpperCase()} kan nu niet antwoorden. Probeer het later opnieuw.`,
    { cause, path: [...path, ...(place.only === null ? [] : [place.only])].map(clientName) },
  )
}

function pathOf(path: Path | null, { run, cursor, entities }: FetchPlace): Path | null {
  if (!path) return null
  const [entity, index, ...rest] = path
  if (entities && entity === '_entities' && typeof index === 'number') {
    const [object] = entities[index] ?? []
    return named([...((object && wayTo(run.data, object, cursor.path)) ?? []), ...rest])
  }
  return named([...cursor.path.filter((key) => key !== '@'), ...path])
}

const named = (path: Path): Path => path.map((key) => (typeof key === 'string' ? clientName(key) : key))

/** The way from the root to an object along a path of the plan, with the places in its lists. */
function wayTo(value: unknown, target: Json, path: readonly string[]): Path | null {
  const [key, ...rest] = path
  if (Array.isArray(value)) {
    const next = key === '@' ? rest : path
    for (const [index, item] of value.entries()) {
      const way = wayTo(item, target, next)
      if (way) return [index, ...way]
    }
    return null
  }
  if (!isJson(value)) return null
  if (key === undefined) return value === target ? [] : null
  const way = wayTo(own(value, key), target, rest)
  return way && [key, ...way]
}

/** Cuts paths off where the answer does not go: what lies beyond is internal, and none of the client's business. */
export function withinAnswer(errors: readonly GraphQLError[], data: unknown): GraphQLError[] {
  return errors.map((error) => {
    const { path } = error
    if (!path) return error
    let value: unknown = data
    const end = path.findIndex((key) => {
      const known = Array.isArray(value) || (isJson(value) && Object.hasOwn(value, key)) || !isJson(value)
      value = known && typeof value === 'object' && value !== null ? (value as Json)[key] : null
      return !known
    })
    if (end === -1) return error
    return new GraphQLError(error.message, {
      path: path.slice(0, end),
      extensions: error.extensions,
      originalError: error.originalError,
    })
  })
}
