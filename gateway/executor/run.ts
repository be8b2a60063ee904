import type { GraphQLError } from 'graphql'
import type { Json } from './values.ts'

/** Where something is in an answer. */
export type Path = readonly (string | number)[]

/** Something that failed: where, under internal names, and how to tell the client once that place has the client's names. */
export type Fault = {
  readonly path: Path | null
  toError(path: Path | null): GraphQLError
}

/** One operation being executed: for one caller, and shared with nobody. */
export type Run = {
  readonly variables: Readonly<Record<string, unknown>>
  /** What is known so far, under internal names. */
  readonly data: Json
  readonly faults: Fault[]
  /** The value of a variable of `@skip` or `@include`, by the client's name. */
  isTrue(variable: string): boolean
  /** Sends a body to a subgraph and resolves to the text of its answer. */
  send(service: string, body: string): Promise<string>
  /** The same, for what may be asked more than once: then the first answer is read again. */
  sendOnce(service: string, body: string): Promise<string>
}

/** A part of a plan, ready to run on the objects that it is about. */
export type Step = (run: Run, cursor: Cursor) => Promise<void> | void

/** Where in the answer a step works: the objects there, and the way to them for errors. */
export type Cursor = { readonly objects: readonly Json[]; readonly path: readonly string[] }
