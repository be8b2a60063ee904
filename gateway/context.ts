import type { Trace } from '../kernel/trace.ts'
import type { Caller } from '../kernel/vocabulary.ts'

/** What goes along with an operation: nothing but what the client brought, checked. */
export type GatewayContext = {
  readonly caller: Caller
  /** The header as it came; each subgraph verifies the token again. */
  readonly authorization: string
  readonly purpose: string | undefined
  readonly trace: Trace
}
