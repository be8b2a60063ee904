import type { Kysely } from 'kysely'
import type { Entry, Seal } from './chain.ts'
import type { Log } from './log.ts'
import type { LogTables } from './tables.ts'

/**
 * The lines of an exported log, one JSON object each: the opening of the envelope, the chains one after the other (header, seals, entries,
 * end), and the signature of the envelope. Exports of earlier versions have no envelope.
 */
export type ExportLine =
  | {
      readonly type: 'export'
      /** `img`, `ncg` or `svip`. */
      readonly party: string
      readonly publicKey: string
      readonly exportedAt: string
      readonly chains: readonly string[]
      /** Set when only the entries with this id were requested. */
      readonly id: string | null
    }
  | { readonly type: 'signature'; readonly digest: string; readonly signature: string }
  | {
      readonly type: 'chain'
      readonly chain: string
      readonly publicKey: string
      readonly exportedAt: string
      readonly head: Seal
    }
  | ({ readonly type: 'seal' } & Seal)
  /** `content` and `salt` are `null` once the content was erased. */
  | ({ readonly type: 'entry'; readonly salt: string | null; readonly content: string | null } & Entry)
  | { readonly type: 'end'; readonly chain: string; readonly entries: number }

const PAGE = 2000

/**
 * Reads a whole chain as it is at the start: entries that are appended meanwhile are left out, so that a log can be exported and verified
 * while the system runs.
 */
export async function* exportChain<T extends LogTables>(
  source: Kysely<T>,
  log: Pick<Log, 'chain' | 'publicKey'>,
  exportedAt: string = new Date().toISOString(),
): AsyncGenerator<ExportLine> {
  const db = source as unknown as Kysely<LogTables>
  const { chain, publicKey } = log
  const head = await readHead(db, chain)
  yield { type: 'chain', chain, publicKey, exportedAt, head }
  const seals = await db
    .selectFrom('log_seal')
    .selectAll()
    .where('chain', '=', chain)
    .where('seq', '<=', head.seq)
    .orderBy('seq')
    .execute()
  for (const seal of seals) yield { type: 'seal', ...seal }
  let entries = 0
  for (let after = 0; ; ) {
    const rows = await entriesOf(db, chain)
      .where('e.seq', '>', after)
      .where('e.seq', '<=', head.seq)
      .orderBy('e.seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) yield { type: 'entry', ...row }
    entries += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = last.seq
  }
  yield { type: 'end', chain, entries }
}

/**
 * Reads only the entries of a chain whose content has this `id`. Each can be verified against its commitment; only the whole chain shows
 * that none was changed together with its commitment. There are none when the id does not exist or its content was erased.
 */
export async function* exportEntries<T extends LogTables>(
  source: Kysely<T>,
  { chain, publicKey }: Pick<Log, 'chain' | 'publicKey'>,
  id: string,
  exportedAt: string = new Date().toISOString(),
): AsyncGenerator<ExportLine> {
  const db = source as unknown as Kysely<LogTables>
  const head = await readHead(db, chain)
  yield { type: 'chain', chain, publicKey, exportedAt, head }
  const rows = await entriesOf(db, chain).where('c.reference', '=', id).orderBy('e.seq').execute()
  for (const row of rows) yield { type: 'entry', ...row }
  yield { type: 'end', chain, entries: rows.length }
}

const readHead = (db: Kysely<LogTables>, chain: string) =>
  db.selectFrom('log_head').selectAll().where('chain', '=', chain).executeTakeFirstOrThrow()

const entriesOf = (db: Kysely<LogTables>, chain: string) =>
  db
    .selectFrom('log_entry as e')
    .leftJoin('log_content as c', (join) =>
      join.onRef('c.chain', '=', 'e.chain').onRef('c.seq', '=', 'e.seq'),
    )
    .select(['e.seq', 'e.at', 'e.commitment', 'e.previous', 'e.hash', 'c.salt', 'c.content'])
    .where('e.chain', '=', chain)
