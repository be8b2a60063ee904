import type { GraphQLError } from 'graphql'
import type { Json } from './values.ts'

/** One operation being executed: for one caller, and shared with nobody. */
export type Run = {
  readonly variables: Readonly<Record<string, unknown>>
  /** What is known so far, under internal names. */
  readonly data: Json
  readonly errors: GraphQLError[]
  /** The value of a variable of `@skip` or `@include`. */
  isTrue(variable: string): boolean
  /** Sends a body to a subgraph and resolves to the text of its answer; the same body is sent once per operation. */
  send(service: string, body: string): Promise<string>
}
