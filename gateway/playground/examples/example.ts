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

const read = (path: string): string =>
  readFileSync(new URL(`../../../schema/${path}`, import.meta.url), 'utf8')
const ids: Readonly<Record<string, string>> = JSON.parse(read('operation-ids.json'))
const texts: Readonly<Record<string, string>> = JSON.parse(read('trusted-documents.json'))

/**
 * The text of a trusted document with its fragments and its comment, by the name of its file in schema/operations.
 * @throws {Error} when there is no such file, or its document is not registered.
 */
export function operation(file: string): string {
  const source = read(`operations/${file}.graphql`)
  const [, name = ''] = /^(?:query|mutation) (\w+)/m.exec(source) ?? []
  const text = texts[ids[name] ?? '']
  if (text === undefined) throw new Error(`${file} is not registered; run \`npm run operations\``)
  return [...source.split('\n').filter((line) => line.startsWith('#')), text].join('\n')
}
