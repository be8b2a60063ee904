import { ExponentialBackoff, type IBackoff } from 'cockatiel'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { type Destination, send, toCloudEvent } from './deliver.ts'
import { isUrgent, setAside } from './refused.ts'
import type { OutboxRow, OutboxTables } from './tables.ts'

export type Relay = {
  /**
   * Delivers the waiting events now; resolves when none are left or delivery failed (then it is retried later). While the SVIP refuses this
   * agency, it waits for the next retry.
   */
  flush(): Promise<void>
  /** Whether the SVIP refuses this agency. */
  isBarred(): boolean
  /** Whether this process saw the SVIP refuse the urgent event with this id. */
  hasRefused(id: string): boolean
  close(): Promise<void>
}

type RelayOptions<T extends OutboxTables> = Destination & {
  readonly db: Kysely<T>
  /** The CloudEvents attribute `source`. */
  readonly source: string
  readonly logger: Logger
}

const BATCH = 1000
/** The backoff while the SVIP is down; jitter keeps the agencies from returning all at once. */
const AWAY = new ExponentialBackoff({ initialDelay: 1000, maxDelay: 30_000 })
/** The backoff while the SVIP refuses the agency. It is slow: an operator has to act, and each attempt is logged on both sides. */
const BARRED = new ExponentialBackoff({ initialDelay: 15_000, maxDelay: 5 * 60_000 })

/** Starts the relay: it delivers in the order of the outbox, at least once, and retries until it is closed. */
export function startRelay<T extends OutboxTables>(options: RelayOptions<T>): Relay {
  const { logger } = options
  const db = options.db as unknown as Kysely<OutboxTables>
  let running: Promise<void> | null = null
  /** Set when a delivery is requested, cleared when a delivery starts. */
  let again = false
  let timer: NodeJS.Timeout | null = null
  /** The last backoff; null after a successful delivery. */
  let backoff: { readonly pace: ExponentialBackoff<unknown>; readonly at: IBackoff<unknown> } | null = null
  let barred = false
  /** The ids of refused urgent events, of which there are few. */
  const refusedUrgent = new Set<string>()
  let closed = false

  async function deliver(): Promise<void> {
    let size = BATCH
    while (!closed) {
      again = false
      const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').limit(size).execute()
      if (rows.length === 0) {
        if (again) continue
        return
      }
      const events = await readable(rows)
      if (events.length < rows.length) continue
      const delivery = await send(events, options)
      if (delivery.outcome === 'BARRED') return hold(delivery.status)
      barred = false
      if (delivery.outcome === 'REFUSED') {
        // Smaller batches isolate the refused event, so that it does not block the others.
        if (rows[0] && rows.length === 1) await refuse(rows[0], delivery.reason)
        size = Math.ceil(rows.length / 2)
        continue
      }
      // Deletes by number and not by range: an event with a number in between may be committed only now.
      const delivered = rows.map(({ seq }) => seq)
      for (const { id } of rows) refusedUrgent.delete(id)
      await db.deleteFrom('outbox').where('seq', 'in', delivered).execute()
      backoff = null
      size = Math.min(size * 2, BATCH)
    }
  }

  /** Converts rows to events; an invalid one is set aside, since the SVIP would refuse it too. */
  async function readable(rows: readonly OutboxRow[]) {
    const events = []
    for (const row of rows) {
      try {
        events.push(toCloudEvent(row, options.source))
      } catch {
        // The SDK's message may repeat values of the event.
        await refuse(row, 'geen CloudEvent')
      }
    }
    return events
  }

  async function refuse(row: OutboxRow, reason: string): Promise<void> {
    await setAside(db, row, reason)
    const { id, type } = row
    if (isUrgent(type)) {
      refusedUrgent.add(id)
      logger.error(
        { id, type, reason },
        'the SVIP refuses urgent news, so nobody else hears of it: npm run outbox',
      )
    } else logger.error({ id, type, reason }, 'the SVIP refuses this event; it is set aside: npm run outbox')
  }

  /** Faster retries would only fill the logs of the SVIP with refusals. */
  function hold(status: number): void {
    barred = true
    logger.error(
      { status },
      'the SVIP does not let this agency in, so no event gets through; check its client',
    )
    tryLater(BARRED)
  }

  function tryLater(pace: ExponentialBackoff<unknown>): void {
    if (timer) return
    const before = backoff?.pace === pace ? backoff.at : pace.next()
    backoff = { pace, at: before.next(undefined) }
    timer = setTimeout(() => {
      timer = null
      void start()
    }, backoff.at.duration)
  }

  function start(): Promise<void> {
    again = true
    running ??= deliver()
      .catch((error: unknown) => {
        if (closed) return
        logger.warn({ err: error }, 'events wait: the SVIP did not take them')
        tryLater(AWAY)
      })
      .finally(() => {
        running = null
        if (again && !timer && !closed) void start()
      })
    return running
  }

  void start()
  return {
    flush: async () => (barred && timer ? undefined : await start()),
    isBarred: () => barred,
    hasRefused: (id) => refusedUrgent.has(id),
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
