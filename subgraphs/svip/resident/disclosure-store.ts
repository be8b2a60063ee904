import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PageRequest } from '../../../kernel/connection.ts'
import { badInput } from '../../../kernel/errors.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import { DECISIONS } from '../decisions/decision-log.ts'
import type { Tables } from '../store/tables.ts'
import { type Disclosure, type DisclosureKind, REGISTER_CATEGORIES, toDisclosure } from './disclosure.ts'

/** Reads disclosures out of the decision log. Contents that were erased after their term are not in it any more. */

export type DisclosureFilter = {
  readonly addressId: string
  /** Only those in which this agency shared or received; `null`: all. */
  readonly party: Owner | null
  readonly include: readonly DisclosureKind[]
}

const CHAIN = `svip/${DECISIONS}`

/** One page, newest first, with one more than the page when more follows. @throws {AppError} `BAD_USER_INPUT` for a bad cursor. */
export async function pageOfDisclosures(
  db: Kysely<Tables>,
  filter: DisclosureFilter,
  { first, after }: PageRequest,
): Promise<readonly Disclosure[]> {
  return await read(
    db,
    filter,
    sql`and c.seq < ${after === null ? Number.MAX_SAFE_INTEGER : readSeq(after[0])}`,
    first + 1,
  )
}

/** All of them, newest first. */
export const allDisclosures = (
  db: Kysely<Tables>,
  filter: DisclosureFilter,
): Promise<readonly Disclosure[]> => read(db, filter, sql``, null)

export async function countDisclosures(db: Kysely<Tables>, filter: DisclosureFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${matching(filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

async function read(
  db: Kysely<Tables>,
  filter: DisclosureFilter,
  from: RawBuilder<unknown>,
  limit: number | null,
): Promise<readonly Disclosure[]> {
  // Facts and employee stay in the database: what is not read cannot slip out.
  const { rows } = await sql<{ seq: number; content: unknown }>`
    select c.seq, json_build_object('id', e.entry -> 'id', 'timestamp', e.entry -> 'timestamp', 'granted', e.entry -> 'granted',
      'registerShown', e.entry -> 'register_shown', 'fileShown', e.entry -> 'file_shown',
      'owner', e.entry #> '{request,owner}',
      'caller', json_build_object('organisation', e.entry #> '{request,caller,organisation}',
        'roles', e.entry #> '{request,caller,roles}', 'municipality', e.entry #> '{request,caller,municipality}'),
      'response', (e.entry -> 'response') - '{facts,explanation}'::text[]) as content
    from ${matching(filter)} ${from} order by c.seq desc limit ${limit}`.execute(db)
  return rows.map(({ seq, content }) => toDisclosure(seq, content))
}

/**
 * The entries that say something to a resident: what was opened, and what was asked for and refused. Left out are decisions
 * that were only explained, and those without a purpose: somebody opened the address, and asked for nothing.
 */
function matching({ addressId, party, include }: DisclosureFilter) {
  const shared = sql`((e.entry -> 'granted')::boolean or jsonb_array_length(e.entry -> 'file_shown') > 0 or ((e.entry -> 'register_shown')::boolean
    and e.entry #> '{response,categories}' ?| ${[...REGISTER_CATEGORIES]}::text[]))`
  const refused = sql`(e.entry #>> '{response,outcome}' = 'DENIED' and e.entry #>> '{response,reason}' <> 'PURPOSE_REQUIRED')`
  const kinds = [
    ...(include.includes('SHARED') ? [shared] : []),
    ...(include.includes('REFUSED') ? [refused] : []),
  ]
  const concerned =
    party === null
      ? sql`true`
      : sql`${party} in (e.entry #>> '{request,owner}', e.entry #>> '{request,caller,organisation}')`
  // `offset 0` keeps PostgreSQL from reading the JSON once for every look into it.
  return sql`log_content c, lateral (select c.content::jsonb as entry offset 0) e
    where c.chain = ${CHAIN} and c.subject = ${addressId} and (${sql.join(kinds, sql` or `)}) and ${concerned}`
}

/** The cursor of a disclosure: nobody may rely on what is in it. */
export const placeOf = ({ seq }: Disclosure): readonly [string] => [String(seq)]

function readSeq(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text))
    throw badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')
  return Number(text)
}
