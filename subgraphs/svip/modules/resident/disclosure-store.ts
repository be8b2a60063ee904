import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type PageRequest, wrongCursor } from '../../../../kernel/graphql/connection.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { DECISIONS } from '../../decisions/decision-log.ts'
import type { Tables } from '../../store/tables.ts'
import { type Disclosure, type DisclosureKind, REGISTER_CATEGORIES, toDisclosure } from './disclosure.ts'

/** Reads disclosures from the decision log. Contents that were erased after their term are not in it any more. */

export type DisclosureFilter = {
  readonly addressId: string
  /** Only disclosures in which this agency shared or received; `null` for all. */
  readonly party: Owner | null
  readonly include: readonly DisclosureKind[]
}

const CHAIN = `svip/${DECISIONS}`

/** Reads one page, newest first, and one row more when another page follows. @throws {AppError} `BAD_USER_INPUT` for a bad cursor. */
export async function pageOfDisclosures(
  db: Kysely<Tables>,
  filter: DisclosureFilter,
  { first, after }: PageRequest,
): Promise<readonly Disclosure[]> {
  return await read(db, filter, after === null ? sql`` : isBefore(filter, after[0]), first + 1)
}

/** All disclosures, newest first. */
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
  // The facts and the employee are not selected, so that they cannot leak.
  const { rows } = await sql<{ content: unknown }>`
    select json_build_object('id', e.entry -> 'id', 'timestamp', e.entry -> 'timestamp', 'granted', e.entry -> 'granted',
      'registerShown', e.entry -> 'register_shown', 'fileShown', e.entry -> 'file_shown',
      'owner', e.entry #> '{request,owner}',
      'caller', json_build_object('organisation', e.entry #> '{request,caller,organisation}',
        'roles', e.entry #> '{request,caller,roles}', 'municipality', e.entry #> '{request,caller,municipality}'),
      'response', (e.entry -> 'response') - '{facts,explanation}'::text[]) as content
    from ${matching(filter)} ${from} order by c.seq desc limit ${limit}`.execute(db)
  return rows.map(({ content }) => toDisclosure(content))
}

/**
 * The entries that matter to a resident: data that were opened, and queries that were refused. It leaves out decisions that were only
 * explained, and those without a purpose, where somebody opened the address without querying data.
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
  // `offset 0` makes PostgreSQL parse the JSON once per row, and not once per use.
  return sql`log_content c, lateral (select c.content::jsonb as entry offset 0) e
    where c.chain = ${CHAIN} and c.subject = ${addressId} and (${sql.join(kinds, sql` or `)}) and ${concerned}`
}

/** The cursor of a disclosure: its id and not its number in the log, which reveals how many decisions are made about other addresses. */
export const placeOf = ({ id }: Disclosure): readonly [string] => [id]

/** When the disclosure of the cursor has been erased, nothing follows: older ones were erased too. */
function isBefore({ addressId }: DisclosureFilter, id: string | undefined): RawBuilder<unknown> {
  if (!isUuid(id)) throw wrongCursor()
  return sql`and c.seq < (select p.seq from log_content p
    where p.chain = ${CHAIN} and p.subject = ${addressId} and p.content::jsonb ->> 'id' = ${id})`
}
