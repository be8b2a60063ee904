import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { dutchDay } from '../../graphql/scalars.ts'
import type { Trace } from '../../trace.ts'
import type { Organisation } from '../../vocabulary.ts'
import { commonActivity, type LoggingParty } from '../activities.ts'
import { ERASURE, type Erasure } from '../log/erasing.ts'
import type { Log } from '../log/log.ts'
import { type ProcessingLine, pseudonym } from '../log/processing.ts'
import type { LogTables } from '../log/tables.ts'
import { eraseLog, oldestContent } from './erase-log.ts'
import { eraseRows, oldestRow } from './erase-rows.ts'
import type { Hold } from './holds.ts'
import type { Kept } from './kinds.ts'
import type { Pass } from './pass.ts'

/** One line of the answer of `POST /retention`. */
export type RetentionEvent =
  | {
      readonly type: 'progress'
      readonly label: string
      readonly done: number
      readonly of: number
      readonly erased: number
    }
  | {
      readonly type: 'kind'
      readonly kind: string
      readonly label: string
      readonly termDays: number
      /** In a dry run: what would be erased. */
      readonly erased: number
      /** Older than the term, but under a legal hold. */
      readonly held: number
      /** When the term of the oldest remaining record began; `null` when none is left. */
      readonly oldest: string | null
    }
  /** The legal holds on addresses in this party's records, by organisation and day. */
  | {
      readonly type: 'holds'
      readonly holds: readonly {
        readonly organisation: Organisation
        readonly since: string
        readonly addresses: number
      }[]
    }
  | { readonly type: 'end' }
  /** The run stopped: what was reported before is done, the rest is not. */
  | { readonly type: 'failed'; readonly message: string }

export type Retention = {
  readonly db: Kysely<LogTables>
  readonly party: LoggingParty
  readonly records: readonly Kept[]
  readonly pseudonymKey: Uint8Array
  readonly processing: Pick<Log, 'append'>
  readonly line: ProcessingLine
  /** Fetches all legal holds in force. @throws {AppError} when they are unavailable. */
  readonly holds: () => Promise<readonly Hold[]>
  readonly now?: () => Date
}

const DAY_MS = 86_400_000

/**
 * Erases what is older than its term, kind by kind, and reports its progress. It may be stopped after any event and run again: every batch
 * is on record before it is erased, and erased as a whole or not at all.
 */
export async function* runRetention(
  retention: Retention,
  trace: Trace,
  { dryRun }: { readonly dryRun: boolean },
): AsyncGenerator<RetentionEvent> {
  const startedAt = (retention.now ?? (() => new Date()))()
  for (const kept of retention.records) {
    const { kind, label, days: termDays } = kept
    const pass = createPass(retention, trace, {
      termDays,
      dryRun,
      before: new Date(startedAt.getTime() - termDays * DAY_MS),
    })
    let erased = 0
    let held = 0
    for await (const tally of 'chain' in kept ? eraseLog(pass, kept.chain) : eraseRows(pass, kept.rows)) {
      ;({ erased, held } = tally)
      yield { type: 'progress', label, done: tally.done, of: tally.of, erased }
    }
    const oldest =
      'chain' in kept
        ? await oldestContent(pass.db, `${pass.party}/${kept.chain}`)
        : await oldestRow(pass.db, kept.rows)
    yield { type: 'kind', kind, label, termDays, erased, held, oldest }
  }
  yield { type: 'holds', holds: await holdsHere(retention) }
  yield { type: 'end' }
}

/** A report of legal holds shows whose they are and since when; neither why, nor at which address. */
async function holdsHere({ db, pseudonymKey, holds }: Retention) {
  const names = (await holds()).map((hold) => ({
    hold,
    subjects: [hold.addressId, pseudonym(pseudonymKey, hold.addressId)],
  }))
  const { rows } = await sql<{ subject: string }>`
    select subject from unnest(${names.flatMap(({ subjects }) => subjects)}::text[]) as held(subject)
    where exists (select from log_content c where c.subject = held.subject)`.execute(db)
  const known = new Set(rows.map(({ subject }) => subject))
  const here = names.flatMap(({ hold, subjects }) =>
    subjects.some((subject) => known.has(subject)) ? [hold] : [],
  )
  return Map.groupBy(here, ({ organisation, placedAt }) => `${organisation} ${dutchDay(new Date(placedAt))}`)
    .entries()
    .flatMap(([key, placed]) =>
      placed[0]
        ? [{ organisation: placed[0].organisation, since: key.slice(-10), addresses: placed.length }]
        : [],
    )
    .toArray()
}

function createPass(
  { db, party, pseudonymKey, processing, line, holds }: Retention,
  trace: Trace,
  options: Pick<Pass, 'before' | 'termDays' | 'dryRun'>,
): Pass {
  return {
    ...options,
    db,
    party,
    async held() {
      const addresses = [...new Set((await holds()).map(({ addressId }) => addressId))]
      const pseudonyms = addresses.map((address) => pseudonym(pseudonymKey, address))
      return { addresses, subjects: [...addresses, ...pseudonyms] }
    },
    async record(what: Erasure) {
      const id = `${ERASURE}${randomUUID()}`
      await processing.append([
        line(trace, new Date(), {
          name: 'Bewaartermijn voorbij: inhoud gewist',
          activity: commonActivity(party, 'bewaring'),
          addressId: null,
          recipient: null,
          erasure: { id, what },
        }),
      ])
      return id
    },
  }
}
