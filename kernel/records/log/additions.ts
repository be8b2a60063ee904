import type { KeyObject } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { randomHex } from '../../runtime/random.ts'
import { commit, type Entry, link, signSeal } from './chain.ts'
import type { LogTables } from './tables.ts'

/** What writing to a chain needs. */
export type Chain = { readonly name: string; readonly signingKey: KeyObject; readonly now: () => Date }

/** What the next entry of a chain needs of the last one. */
export type End = Pick<Entry, 'seq' | 'hash'>

/** The contents that one commit appends to one chain. */
export type Addition = { readonly chain: Chain; readonly contents: readonly string[] }

/**
 * Appends entries to several chains in one statement, after the known ends, and updates those. Returns the additions that were not written,
 * because the end of their chain is unknown or outdated.
 */
export async function writeAdditions(
  connection: Kysely<LogTables>,
  additions: readonly Addition[],
  ends: Map<string, End>,
): Promise<readonly Addition[]> {
  const moves: object[] = []
  const rows: object[] = []
  const written = new Map<string, End>()
  for (const { chain, contents } of additions) {
    const { name } = chain
    const from = ends.get(name)
    if (!from) continue
    const at = chain.now().getTime()
    let last = from
    for (const content of contents) {
      const salt = randomHex(16)
      const entry = link(name, last, at, commit(salt, content))
      rows.push({ chain: name, ...entry, salt, content })
      last = entry
    }
    const { signature } = signSeal(chain.signingKey, { chain: name, seq: last.seq, hash: last.hash, at })
    moves.push({
      chain: name,
      from: from.seq,
      after: from.hash,
      seq: last.seq,
      hash: last.hash,
      at,
      signature,
    })
    written.set(name, last)
  }
  if (moves.length === 0) return additions
  // One statement needs one round trip and one commit. The heads are locked in a fixed order, to prevent deadlocks between processes.
  const { rows: moved } = await sql<{ chain: string }>`
    with turn as materialized (
      select m.* from log_head h join json_to_recordset(${JSON.stringify(moves)}::json)
        as m(chain text, "from" bigint, after text, seq bigint, hash text, at bigint, signature text)
        on h.chain = m.chain and h.seq = m."from" and h.hash = m.after
      order by h.chain for update of h
    ), head as (
      update log_head h set seq = turn.seq, hash = turn.hash, at = turn.at, signature = turn.signature
      from turn where h.chain = turn.chain returning h.chain
    ), incoming as materialized (
      select r.* from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(chain text, seq bigint, at bigint, commitment text, previous text, hash text, salt text, content text)
      where r.chain in (select chain from head)
    ), contents as (
      insert into log_content (chain, seq, salt, content) select chain, seq, salt, content from incoming
    ), entries as (
      insert into log_entry (chain, seq, at, commitment, previous, hash)
      select chain, seq, at, commitment, previous, hash from incoming
    )
    select chain from head`.execute(connection)
  const done = new Set(moved.map(({ chain }) => chain))
  for (const name of done) {
    const end = written.get(name)
    if (end) ends.set(name, end)
  }
  return additions.filter(({ chain }) => !done.has(chain.name))
}
