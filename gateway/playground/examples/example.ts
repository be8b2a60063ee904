import { readFileSync } from 'node:fs'

/** A ready-made question of the start page and GraphiQL. */
export type Example = {
  /** Names the example in an address. */
  readonly id: string
  readonly title: string
  /** What it shows, and what to do first; Dutch. */
  readonly explanation: string
  /** Who gets an answer to it. */
  readonly persona: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Examples about one thing, under a heading; Dutch. */
export type ExampleGroup = { readonly heading: string; readonly examples: readonly Example[] }

/** The text of a trusted document, by the name of its file in schema/operations. @throws when there is none of that name. */
export const operation = (name: string): string =>
  readFileSync(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8').trimEnd()
