import { type Kysely, sql } from 'kysely'
import { ERASURE, extend, type Run } from '../log/erasing.ts'
import type { LogTables } from '../log/tables.ts'
import type { Course, Held, Pass } from './pass.ts'

/** The maximum of contents per statement, so that other statements do not wait long. */
const BATCH = 5000

/**
 * Erases the contents of a chain that are older than the term; the entries stay, so that the chain can be verified. Contents about an
 * address under a legal hold stay, and so do the access entries of the same requests.
 */
export async function* eraseLog(pass: Pass, name: string): Course {
  const { db, before, termDays, dryRun } = pass
  const chain = `${pass.party}/${name}`
  const last = await lastBefore(db, chain, before)
  let after = (await firstContent(db, chain)) - 1
  const of = Math.max(0, last - after)
  let done = 0
  let erased = 0
  let held = 0
  yield { done, of, erased, held }
  while (after < last) {
    const page = await readPage(pass, chain, after, last)
    const free = page.filter((row) => !row.held)
    const runs: Run[] = []
    for (const { seq } of free) extend(runs, seq)
    if (free.length > 0 && !dryRun) {
      const record = await pass.record({
        term_days: termDays,
        before: before.getTime(),
        count: free.length,
        chain,
        runs,
      })
      await sql`select log_erase(${record})`.execute(db)
    }
    erased += free.length
    held += page.length - free.length
    const end = page.length < BATCH ? last : (page.at(-1)?.seq ?? last)
    done += end - after
    after = end
    yield { done, of, erased, held }
  }
}

/** The moment of the oldest remaining content; `null` when there is none. Records of erasing are kept for ever and do not count. */
export async function oldestContent(db: Kysely<LogTables>, chain: string): Promise<string | null> {
  const { rows } = await sql<{ at: number }>`
    select e.at from log_content c join log_entry e on e.chain = c.chain and e.seq = c.seq
    where c.chain = ${chain} and ${erasable} order by c.seq limit 1`.execute(db)
  return rows[0] ? new Date(rows[0].at).toISOString() : null
}

const erasable = sql<boolean>`(c.reference is null or c.reference not like ${`${ERASURE}%`})`

async function readPage(
  pass: Pass,
  chain: string,
  after: number,
  last: number,
): Promise<readonly { readonly seq: number; readonly held: boolean }[]> {
  const held = await pass.held()
  const traces = await tracesOf(pass.db, held)
  const { rows } = await sql<{ seq: number; held: boolean }>`
    select c.seq, coalesce(c.subject = any(${held.subjects}), cardinality(${traces}::text[]) > 0
        and c.content::jsonb ->> 'trace_id' = any(${traces})) as held
    from log_content c join log_entry e on e.chain = c.chain and e.seq = c.seq
    where c.chain = ${chain} and c.seq > ${after} and c.seq <= ${last} and e.at < ${before(pass)} and ${erasable}
    order by c.seq limit ${BATCH}`.execute(pass.db)
  return rows
}

const before = (pass: Pass): number => pass.before.getTime()

/** The traces of requests about these addresses: access entries name no address. */
async function tracesOf(db: Kysely<LogTables>, { subjects }: Held): Promise<readonly string[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<{ trace: string }>`
    select distinct content::jsonb ->> 'trace_id' as trace from log_content where subject = any(${subjects})`.execute(
    db,
  )
  return rows.map(({ trace }) => trace)
}

async function firstContent(db: Kysely<LogTables>, chain: string): Promise<number> {
  const first = await db
    .selectFrom('log_content')
    .select('seq')
    .where('chain', '=', chain)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return first?.seq ?? 1
}

/** The last older entry, found by binary search, since moments ascend with the numbers; 0 when there is none. */
async function lastBefore(db: Kysely<LogTables>, chain: string, moment: Date): Promise<number> {
  const head = await db
    .selectFrom('log_head')
    .select('seq')
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow()
  let older = 0
  let younger = head.seq + 1
  while (younger - older > 1) {
    const middle = Math.floor((older + younger) / 2)
    const entry = await db
      .selectFrom('log_entry')
      .select('at')
      .where('chain', '=', chain)
      .where('seq', '=', middle)
      .executeTakeFirst()
    if (entry && entry.at < moment.getTime()) older = middle
    else younger = middle
  }
  return older
}
