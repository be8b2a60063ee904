import type { GraphQLError } from 'graphql'
import type { Json } from './values.ts'

/** A path in an answer. */
export type Path = readonly (string | number)[]

/** A failure: its path under internal names, and the error to report once the path has the client's names. */
export type Fault = {
  readonly path: Path | null
  toError(path: Path | null): GraphQLError
}

/** The state of one operation in execution, for one caller. */
export type Run = {
  readonly variables: Readonly<Record<string, unknown>>
  /** The data so far, under internal names. */
  readonly data: Json
  readonly faults: Fault[]
  /** The value of a variable of `@skip` or `@include`, by the client's name. */
  isTrue(variable: string): boolean
  /** Sends a body to a subgraph and resolves to the text of its answer. */
  send(service: string, body: string): Promise<string>
  /** As `send`, but an identical body is sent once and its answer reused. */
  sendOnce(service: string, body: string): Promise<string>
}

/** A compiled part of a plan, to run on the objects at its path. */
export type Step = (run: Run, cursor: Cursor) => Promise<void> | void

/** Where in the answer a step works: the objects there, and their path for errors. */
export type Cursor = { readonly objects: readonly Json[]; readonly path: readonly string[] }
