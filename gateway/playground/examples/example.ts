import { readFileSync } from 'node:fs'

/** A ready-made operation on the start page and in GraphiQL. */
export type Example = {
  /** Identifies the example in a URL. */
  readonly id: string
  readonly title: string
  /** What the example shows, and what to do first; Dutch. */
  readonly explanation: string
  /** The persona to sign in as. */
  readonly persona: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Examples about one topic, under a Dutch heading. */
export type ExampleGroup = { readonly heading: string; readonly examples: readonly Example[] }

/** The text of a trusted document, by the name of its file in schema/operations. @throws when no file has that name. */
export const operation = (name: string): string =>
  readFileSync(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8').trimEnd()
