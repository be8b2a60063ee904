import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { type PageRequest, wrongCursor } from '../../../../kernel/graphql/connection.ts'
import { beyond } from '../../../../kernel/graphql/keyset.ts'
import type { Organisation } from '../../../../kernel/vocabulary.ts'
import { findRow, updateRow } from '../../casework/rows.ts'
import { type Versioned, writeStep } from '../../casework/step.ts'
import type { Tables } from '../../store/tables.ts'
import type { SubjectAccessRequestRow } from './tables.ts'
import { dueOn } from './term.ts'

/** The store of subject access requests. `registeredBy` limits every read and change to one organisation; `null` means all. */
export type Scope = { readonly registeredBy: Organisation | null }

export type AccessRequestFilter = Scope & {
  readonly state: SubjectAccessRequestRow['state'] | null
  readonly overdue: boolean | null
  readonly addressId: string | null
  readonly today: string
}

export type NewAccessRequest = Pick<
  SubjectAccessRequestRow,
  'address_id' | 'received_on' | 'channel' | 'evidence' | 'registered_by' | 'registered_at'
>

export const UNKNOWN = 'Dit inzageverzoek bestaat niet.'

/**
 * Registers a request, or returns the one that the organisation registered with the same evidence at the same address.
 * @throws {AppError} `CONFLICT` when that one has another day or channel.
 */
export async function registerAccessRequest(
  db: Kysely<Tables>,
  request: NewAccessRequest,
): Promise<SubjectAccessRequestRow> {
  const inserted = await db
    .insertInto('subject_access_request')
    .values({
      ...request,
      id: randomUUID(),
      revision: 1,
      state: 'OPEN',
      due_on: dueOn(request.received_on),
      extended_at: null,
      extension_reason: null,
      answered_on: null,
      outcome: null,
      answer_channel: null,
      answer_evidence: null,
      refusal_reason: null,
    })
    .onConflict((conflict) => conflict.columns(['registered_by', 'address_id', 'evidence']).doNothing())
    .returningAll()
    .executeTakeFirst()
  const row = inserted ?? (await registeredAs(db, request))
  if (!row) throw new Error('a subject access request was neither there nor registered')
  return row
}

/** Finds the request that was registered with the same evidence. @throws {AppError} as `registerAccessRequest`. */
export async function registeredAs(
  db: Kysely<Tables>,
  request: NewAccessRequest,
): Promise<SubjectAccessRequestRow | null> {
  const present = await db
    .selectFrom('subject_access_request')
    .selectAll()
    .where('registered_by', '=', request.registered_by)
    .where('address_id', '=', request.address_id)
    .where('evidence', '=', request.evidence)
    .executeTakeFirst()
  if (!present) return null
  if (present.received_on === request.received_on && present.channel === request.channel) return present
  throw new AppError(
    'CONFLICT',
    'Op dit kenmerk (evidence) is bij dit adres al een ander inzageverzoek vastgelegd. Gebruik een ander kenmerk.',
  )
}

/** Finds a request in this scope. */
export const findAccessRequest = (
  db: Kysely<Tables>,
  id: string,
  scope: Scope,
  lock = false,
): Promise<SubjectAccessRequestRow | null> =>
  findRow(db, 'subject_access_request', id, { where: within(scope), lock })

export const changedSince = (): AppError =>
  new AppError(
    'CONFLICT',
    'Iemand anders heeft dit inzageverzoek intussen gewijzigd. Bekijk het opnieuw en probeer het dan nog eens.',
  )

/**
 * Changes a request that still has the revision that its editor saw.
 * @param edit gets the current request and returns the changes; when it throws, the request stays unchanged.
 * @throws {AppError} `BAD_USER_INPUT` when it does not exist in this scope, `CONFLICT` when it has changed since.
 */
export const changeAccessRequest = (
  db: Kysely<Tables>,
  { id, revision }: Versioned,
  scope: Scope,
  edit: (request: SubjectAccessRequestRow) => Partial<SubjectAccessRequestRow>,
): Promise<SubjectAccessRequestRow> =>
  writeStep<SubjectAccessRequestRow>(db, revision, {
    hold: (transaction) => findAccessRequest(transaction, id, scope, true),
    gone: () => badInput(UNKNOWN),
    changedSince,
    change: (_transaction, present) => edit(present),
    write: (transaction, row) => updateRow(transaction, 'subject_access_request', row),
  })

/** Reads one page, open requests first and by due date, with one row more than the page when another page follows. */
export async function pageOfAccessRequests(
  db: Kysely<Tables>,
  filter: AccessRequestFilter,
  { first, after }: PageRequest,
): Promise<readonly SubjectAccessRequestRow[]> {
  const { rows } = await sql<SubjectAccessRequestRow>`
    select * from subject_access_request where ${matching(filter)} and ${after === null ? sql`true` : isAfter(after)}
    order by state desc, due_on, id limit ${first + 1}`.execute(db)
  return rows
}

export async function countAccessRequests(db: Kysely<Tables>, filter: AccessRequestFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from subject_access_request where ${matching(filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The sort keys of a request for the cursor. */
export const placeOf = ({
  state,
  due_on,
  id,
}: SubjectAccessRequestRow): readonly [string, string, string] => [state, due_on, id]

const within = ({ registeredBy }: Scope): RawBuilder<unknown> =>
  registeredBy === null ? sql`true` : sql`registered_by = ${registeredBy}`

function matching(filter: AccessRequestFilter): RawBuilder<unknown> {
  const { state, overdue, addressId, today } = filter
  const late = sql`(state = 'OPEN' and due_on < ${today}::date)`
  return sql.join(
    [
      within(filter),
      ...(state === null ? [] : [sql`state = ${state}`]),
      ...(overdue === null ? [] : [overdue ? late : sql`not ${late}`]),
      ...(addressId === null ? [] : [sql`address_id = ${addressId}`]),
    ],
    sql` and `,
  )
}

/** OPEN sorts after ANSWERED as a word, hence the descending order of states. */
function isAfter([state = '', ...place]: readonly string[]): RawBuilder<unknown> {
  if (state !== 'OPEN' && state !== 'ANSWERED') throw wrongCursor()
  return sql`(state < ${state} or (state = ${state} and ${beyond({ by: 'due_on', of: 'DAY' }, place)}))`
}
