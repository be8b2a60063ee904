/**
 * Why a call gave no usable answer. `refused`: the subgraph does not listen, so nothing reached it. `broken`: the connection was lost.
 * `timeout`: no complete answer in time. `status`: an HTTP error without a GraphQL body. `answer`: not GraphQL, or too large. `abandoned`:
 * the client disconnected. `open`: not sent, because the breaker is open.
 */
export type FailureKind = 'refused' | 'broken' | 'timeout' | 'status' | 'answer' | 'abandoned' | 'open'

/** A failed call to a subgraph. It goes into the operational log, so it never has the subgraph's answer. */
export class CallFailure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind, detail: string) {
    super(`${kind}: ${detail}`)
    this.name = 'CallFailure'
    this.kind = kind
  }
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  EAI_AGAIN: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'refused',
  ECONNRESET: 'broken',
  EPIPE: 'broken',
  UND_ERR_SOCKET: 'broken',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
}

/** Classifies what a connection threw; an unknown error is of kind `answer`. */
export function toFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
  return new CallFailure(KINDS[code] ?? 'answer', code)
}
