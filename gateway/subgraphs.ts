import type { Logger } from 'pino'
import type { Metrics } from '../kernel/runtime/metrics.ts'
import type { Parts } from '../kernel/runtime/readiness.ts'
import type { Tracing } from '../kernel/runtime/telemetry/tracing.ts'
import type { GatewayConfig } from './settings.ts'
import { observeCalls } from './transport/observer.ts'
import { createTransport, type Transport } from './transport/transport.ts'

/** The subgraphs that this gateway can call. */
export type Subgraphs = {
  readonly names: ReadonlySet<string>
  /** @throws {Error} for an unknown name. */
  get(name: string): Transport
  /** Asks each subgraph whether it is ready. */
  ready(): Promise<Parts>
  close(): Promise<void>
}

type Options = {
  readonly config: GatewayConfig
  readonly metrics: Metrics
  readonly logger: Logger
  readonly tracing: Tracing | null
}

/** The timeout of a readiness check. */
const READY_WITHIN_MS = 2000

/** Opens a transport to each subgraph. */
export function openSubgraphs({ config, ...telemetry }: Options): Subgraphs {
  const { SUBGRAPH_TIMEOUT_MS: timeoutMs } = config
  const places = {
    img: { url: config.IMG_URL, timeoutMs: config.IMG_TIMEOUT_MS ?? timeoutMs },
    ncg: { url: config.NCG_URL, timeoutMs: config.NCG_TIMEOUT_MS ?? timeoutMs },
    svip: { url: config.SVIP_URL, timeoutMs: config.SVIP_TIMEOUT_MS ?? timeoutMs },
  }
  const transports = new Map<string, Transport>(
    Object.entries(places).map(([subgraph, place]) => [
      subgraph,
      createTransport({
        ...place,
        retryMs: config.SUBGRAPH_RETRY_MS,
        maxAnswerBytes: config.SUBGRAPH_MAX_BYTES,
        observer: observeCalls({ subgraph, ...telemetry }),
      }),
    ]),
  )
  return {
    names: new Set(transports.keys()),
    get(name) {
      const transport = transports.get(name)
      if (!transport) throw new Error(`there is no transport to a subgraph ${name}`)
      return transport
    },
    async ready() {
      const looks = Object.entries(places).map(async ([name, { url }]) => [name, await isReady(url)] as const)
      return Object.fromEntries(await Promise.all(looks))
    },
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()))
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(READY_WITHIN_MS) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
