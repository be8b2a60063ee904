import { type RawBuilder, sql } from 'kysely'
import { isUuid } from '../uuid.ts'
import { wrongCursor } from './connection.ts'
import { readDate, readInstant } from './scalars.ts'

/** Keyset pagination: every page of a list costs the same. */

/** The order of a list: by a column and then by id, ascending or newest first. */
export type Order = {
  readonly by: string
  /** @default `id` */
  readonly id?: string
  readonly of: 'DAY' | 'MOMENT'
  readonly newestFirst?: boolean
}

export function orderBy({ by, id = 'id', newestFirst }: Order): RawBuilder<unknown> {
  const direction = newestFirst ? sql`desc` : sql`asc`
  return sql`order by ${sql.ref(by)} ${direction}, ${sql.ref(id)} ${direction}`
}

/** The rows after a cursor; all rows without one. @throws {AppError} as `readPlace`. */
export function beyond(order: Order, after: readonly string[] | null): RawBuilder<boolean> {
  if (after === null) return sql`true`
  const [place, last] = readPlace(order.of, after)
  const type = order.of === 'DAY' ? sql`date` : sql`timestamptz`
  const comparison = order.newestFirst ? sql`<` : sql`>`
  return sql`(${sql.ref(order.by)}, ${sql.ref(order.id ?? 'id')}) ${comparison} (${place}::${type}, ${last}::uuid)`
}

/**
 * Reads the sort keys in a cursor. Anyone can make up a cursor, and PostgreSQL would fail on a value that it cannot parse.
 * @throws {AppError} `BAD_USER_INPUT` when the keys are not a day or moment with an id.
 */
export function readPlace(of: Order['of'], [place, id]: readonly string[]): readonly [string, string] {
  const known = of === 'DAY' ? readDate(place) : readInstant(place)
  if (known === null || !isUuid(id)) throw wrongCursor()
  return [known, id]
}
