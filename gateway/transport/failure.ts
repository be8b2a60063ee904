/**
 * Why a subgraph gave nothing that can be used. `refused`: it does not listen, so nothing reached it. `broken`: the connection was
 * lost on the way. `timeout`: no whole answer in time. `status`: an HTTP error that is no GraphQL. `answer`: no GraphQL, or more of it
 * than is taken. `abandoned`: the client went away. `open`: not asked, because it failed before.
 */
export type FailureKind = 'refused' | 'broken' | 'timeout' | 'status' | 'answer' | 'abandoned' | 'open'

/** A call to a subgraph that failed. For the operational log: it never holds what the subgraph said. */
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

/** Says of whatever a connection threw what kind of failure it is; what is not known is about the answer. */
export function toFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
  return new CallFailure(KINDS[code] ?? 'answer', code)
}
