import type { Transaction } from 'kysely'
import type { Owner } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'

/** A part of the overview: what it holds as data, and the same to read. */
export type Section = {
  /** Its key in the JSON; it never changes within a `schemaVersion`. */
  readonly name: string
  /** The overview has its sections in this order. */
  readonly place: number
  readonly title: string
  /** Reads it inside the one transaction of the overview, so that all sections are of the same moment. */
  collect(transaction: Transaction<Tables>, about: Subject): Promise<Part>
}

export type Part = { readonly data: unknown; readonly blocks: readonly Block[] }

/** What the overview is about, and for whom it is made. */
export type Subject = {
  readonly addressId: string
  /** The pseudonym of the address in the processing log. */
  readonly pseudonym: string
  /** The agency that makes it sees what it is a party to; `null`: everything. */
  readonly party: Owner | null
}

/** What can be shown to read; every renderer knows all of them. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly title: string | null; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      /** Shares of the width. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }

export type Fact = readonly [label: string, value: string]

export const text = (sentence: string): Block => ({ kind: 'text', text: sentence })

/** The blocks of a list of things, or a sentence that there are none. */
export const orNone = (blocks: readonly Block[], none: string): readonly Block[] =>
  blocks.length === 0 ? [text(none)] : blocks

/** Facts of which some may be absent: those are left out. */
export const facts = (
  title: string | null,
  all: readonly (readonly [label: string, value: string | null])[],
): Block => ({
  kind: 'facts',
  title,
  facts: all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])),
})

/**
 * Rows that say the same become one, with in the first cell how often. Within a day the texts decide on the order: what happened at
 * once was written down in any order, and the same overview twice reads the same.
 *
 * @param rows the first cell is the day; newest day first
 */
export function perDay(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...Map.groupBy(rows, ([day]) => day).values()].flatMap((ofDay) => {
    const same = [...Map.groupBy(ofDay, (row) => row.join('\n'))].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return same.map(([, [first = [], ...others]]) =>
      others.length === 0 ? first : [`${first[0]} (${others.length + 1}\u00a0keer)`, ...first.slice(1)],
    )
  })
}
