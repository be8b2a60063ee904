import type { Transaction } from 'kysely'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import type { Tables } from '../../store/tables.ts'

/** A part of the overview: what it holds as data, and the same to read. */
export type Section = {
  /** Its key in the JSON; it never changes within a `schemaVersion`. */
  readonly name: string
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
