import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import type { Trace } from '../kernel/trace.ts'
import type { Caller } from '../kernel/vocabulary.ts'

/** An operation that is under way. */
export type Measuring = {
  end(name: string | null | undefined, type: string | undefined, result: Result): void
}

type Result = Pick<ExecutionResult, 'data'> & {
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined
}

/** What goes along with an operation: nothing but what the client brought, checked. */
export type GatewayContext = {
  readonly caller: Caller
  /** The header as it came; each subgraph verifies the token again. */
  readonly authorization: string
  readonly purpose: string | undefined
  readonly trace: Trace
  /** Aborts when the client goes away before it has its answer. */
  readonly gone: AbortSignal
  /** What was executed before the server got the operation; `outcome` is `null` when the server has to execute it. */
  readonly executed?: { readonly outcome: Promise<ExecutionResult> | null; readonly measuring: Measuring }
}

/** Signals that a client went away before it had its answer. */
export function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}
