import { type RawBuilder, sql } from 'kysely'
import { isUuid } from '../uuid.ts'
import { wrongCursor } from './connection.ts'
import { readDate, readInstant } from './scalars.ts'

/** Pages of a list by keyset: a page costs the same wherever it is in the list. */

/** What a list is sorted by, and then by id: ascending, or the newest first. */
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

/** The rows after a place in the list; all of them when there is none. @throws {AppError} as `readPlace`. */
export function beyond(order: Order, after: readonly string[] | null): RawBuilder<boolean> {
  if (after === null) return sql`true`
  const [place, last] = readPlace(order.of, after)
  const type = order.of === 'DAY' ? sql`date` : sql`timestamptz`
  const comparison = order.newestFirst ? sql`<` : sql`>`
  return sql`(${sql.ref(order.by)}, ${sql.ref(order.id ?? 'id')}) ${comparison} (${place}::${type}, ${last}::uuid)`
}

/**
 * The place in a list that a cursor names. A cursor is not secret, so anyone can write one; a value that PostgreSQL cannot read would
 * be an error of its own.
 * @throws {AppError} `BAD_USER_INPUT` when it is no day or moment with an id.
 */
export function readPlace(of: Order['of'], [place, id]: readonly string[]): readonly [string, string] {
  const known = of === 'DAY' ? readDate(place) : readInstant(place)
  if (known === null || !isUuid(id)) throw wrongCursor()
  return [known, id]
}
