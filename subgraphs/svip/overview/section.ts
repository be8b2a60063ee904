import type { Transaction } from 'kysely'
import type { Owner } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'

/** A section of the overview. */
export type Section = {
  /** The key in the JSON; it never changes within a `schemaVersion`. */
  readonly name: string
  /** The sort order of the sections. */
  readonly place: number
  readonly title: string
  /** Reads the section inside the transaction of the overview, so that all sections are of the same moment. */
  collect(transaction: Transaction<Tables>, about: Subject): Promise<Part>
}

export type Part = { readonly data: unknown; readonly blocks: readonly Block[] }

/** The address of the overview, and the agency that it is made for. */
export type Subject = {
  readonly addressId: string
  /** The pseudonym of the address in the processing log. */
  readonly pseudonym: string
  /** The agency that makes the overview, which sees what it is a party to; `null`: everything. */
  readonly party: Owner | null
}

/** A readable block; every renderer supports all kinds. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly title: string | null; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      /** The widths of the columns, as shares. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }

export type Fact = readonly [label: string, value: string]

export const text = (sentence: string): Block => ({ kind: 'text', text: sentence })

/** The blocks of a list, or a sentence when it is empty. */
export const orNone = (blocks: readonly Block[], none: string): readonly Block[] =>
  blocks.length === 0 ? [text(none)] : blocks

/** A block of facts, without the absent ones. */
export const facts = (
  title: string | null,
  all: readonly (readonly [label: string, value: string | null])[],
): Block => ({
  kind: 'facts',
  title,
  facts: all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])),
})

/**
 * Merges equal rows into one, with their number in the first cell. Rows of a day are sorted by text: concurrent events are logged in any
 * order, and a repeated overview must read the same.
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
