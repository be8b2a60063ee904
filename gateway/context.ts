import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import type { Trace } from '../kernel/trace.ts'
import type { Caller } from '../kernel/vocabulary.ts'

/** An operation in progress. */
export type Measuring = {
  end(name: string | null | undefined, type: string | undefined, result: Result): void
}

type Result = Pick<ExecutionResult, 'data'> & {
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined
}

/** The context of an operation: only what the client sent, validated. */
export type GatewayContext = {
  readonly caller: Caller
  /** The header as received; each subgraph verifies the token again. */
  readonly authorization: string
  readonly purpose: string | undefined
  readonly trace: Trace
  /** Aborts when the client disconnects before it has its answer. */
  readonly gone: AbortSignal
  /** The result of executing before Apollo Server got the operation; `outcome` is `null` when Apollo Server has to execute it. */
  readonly executed?: { readonly outcome: Promise<ExecutionResult> | null; readonly measuring: Measuring }
}

/** Returns a signal that aborts when the client disconnects before it has its answer. */
export function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}
