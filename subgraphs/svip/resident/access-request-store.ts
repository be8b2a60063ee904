import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PageRequest } from '../../../kernel/connection.ts'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { readDate } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Organisation } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'
import type { SubjectAccessRequestRow } from './tables.ts'
import { dueOn } from './term.ts'

/** Subject access requests. `registeredBy` narrows every read and change to one organisation; `null` is all of them. */
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

const UNKNOWN = 'Dit inzageverzoek bestaat niet.'

/**
 * Registers a request, or gives the one that an organisation registered before on the same evidence at the same address.
 * @throws {AppError} `CONFLICT` when that one was received otherwise.
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
  if (inserted) return inserted
  const present = await db
    .selectFrom('subject_access_request')
    .selectAll()
    .where('registered_by', '=', request.registered_by)
    .where('address_id', '=', request.address_id)
    .where('evidence', '=', request.evidence)
    .executeTakeFirstOrThrow()
  if (present.received_on === request.received_on && present.channel === request.channel) return present
  throw new AppError(
    'CONFLICT',
    'Op dit kenmerk (evidence) is bij dit adres al een ander inzageverzoek vastgelegd. Gebruik een ander kenmerk.',
  )
}

/** The request; `null` when there is none in this scope. */
export async function findAccessRequest(
  db: Kysely<Tables>,
  id: string,
  scope: Scope,
): Promise<SubjectAccessRequestRow | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<SubjectAccessRequestRow>`
    select * from subject_access_request where id = ${id} and ${within(scope)}`.execute(db)
  return rows[0] ?? null
}

/**
 * Changes a request that still has the revision its editor saw.
 * @param edit gets it as it is and returns what changes; what it throws leaves it as it was.
 * @throws {AppError} `BAD_USER_INPUT` when there is none in this scope, `CONFLICT` when it was changed since.
 */
export async function changeAccessRequest(
  db: Kysely<Tables>,
  { id, revision }: { readonly id: string; readonly revision: number },
  scope: Scope,
  edit: (request: SubjectAccessRequestRow) => Partial<SubjectAccessRequestRow>,
): Promise<SubjectAccessRequestRow> {
  return await db.transaction().execute(async (transaction) => {
    if (!isUuid(id)) throw badInput(UNKNOWN)
    const { rows } = await sql<SubjectAccessRequestRow>`
      select * from subject_access_request where id = ${id} and ${within(scope)} for update`.execute(
      transaction,
    )
    const [present] = rows
    if (!present) throw badInput(UNKNOWN)
    if (present.revision !== revision)
      throw new AppError(
        'CONFLICT',
        'Iemand anders heeft dit inzageverzoek intussen gewijzigd. Bekijk het opnieuw en probeer het dan nog eens.',
      )
    return await transaction
      .updateTable('subject_access_request')
      .set({ ...edit(present), revision: revision + 1 })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
}

/** One page, the open ones first and the most urgent on top, with one more than the page when more follows. */
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

/** The place of a request in the list; the page that follows begins after it. */
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
function isAfter([state = '', day = '', id = '']: readonly string[]): RawBuilder<unknown> {
  if ((state !== 'OPEN' && state !== 'ANSWERED') || readDate(day) === null || !isUuid(id))
    throw badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')
  return sql`(state < ${state} or (state = ${state} and (due_on, id) > (${day}::date, ${id}::uuid)))`
}
