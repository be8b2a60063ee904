import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { PageRequest } from '../../../kernel/connection.ts'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Caller, Role } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'
import { conditionsOf, isAfter, orderOf, type RequestFilter, type RequestSort } from './list.ts'
import type { BuddyLinkRow, InformationRequestRow, InformationRequestStepRow } from './tables.ts'
import type { RequestAction } from './transitions.ts'
import { visibleTo } from './visibility.ts'

export type RequestStore = ReturnType<typeof createRequestStore>

/** A request before it has a number. */
export type NewRequest = Omit<InformationRequestRow, 'id' | 'number' | 'revision'>

/** Who takes a step, and in which role. */
export type Actor = Pick<Caller, 'subject' | 'organisation'> & { readonly role: Role }

/** What a step changes, and what goes with it in the same transaction. */
export type Step = {
  readonly action: RequestAction
  readonly actor: Actor
  readonly reason: string | null
  readonly changes: Partial<InformationRequestRow>
}

/** What commits together with a step, and what it adds to the request. */
export type Within = (transaction: Transaction<Tables>) => Promise<Partial<InformationRequestRow>>

export const changedSince = (revision: number): AppError =>
  new AppError(
    'CONFLICT',
    `Dit informatieverzoek is intussen gewijzigd (versie ${revision}). Haal het opnieuw op en kijk of de stap nog nodig is.`,
  )

const UNKNOWN = 'Dit informatieverzoek bestaat niet.'

/** Information requests with every step they took. A step, what it changes and what it opens commit together. */
export function createRequestStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Submits a request. The same one sent again with its key is the one that is there.
     * @throws {AppError} `CONFLICT` when the key was used for another request.
     */
    async submit(request: NewRequest, actor: Actor): Promise<InformationRequestRow> {
      return await db.transaction().execute(async (transaction) => {
        const key = [request.requester_organisation, request.requester_subject, request.idempotency_key]
        await sql`select pg_advisory_xact_lock(hashtext(${key.join('\n')}))`.execute(transaction)
        const present = await transaction
          .selectFrom('information_request')
          .selectAll()
          .where('requester_organisation', '=', request.requester_organisation)
          .where('requester_subject', '=', request.requester_subject)
          .where('idempotency_key', '=', request.idempotency_key)
          .executeTakeFirst()
        if (present) return sameOr(present, request)
        const { rows } = await sql<{
          next: number
        }>`select nextval('information_request_number') as next`.execute(transaction)
        const year = dutchDay(new Date(request.submitted_at)).slice(0, 4)
        const row: InformationRequestRow = {
          ...request,
          id: randomUUID(),
          number: `SVIP-${year}-${String(rows[0]?.next ?? 0).padStart(6, '0')}`,
          revision: 1,
        }
        await write(transaction, row)
        await addStep(transaction, null, row, { action: 'SUBMIT', actor, reason: null, changes: {} }, now())
        return row
      })
    },

    /** A request that the caller may see; `null` when there is none, or when it is not theirs to see. */
    async find(id: string, caller: Caller): Promise<InformationRequestRow | null> {
      if (!isUuid(id)) return null
      const { rows } = await sql<InformationRequestRow>`
        select r.* from information_request r where r.id = ${id} and ${visibleTo(caller)}`.execute(db)
      return rows[0] ?? null
    },

    /** A page of the requests that the caller may see, with a row more than the page when more follows. */
    async page(
      caller: Caller,
      filter: RequestFilter,
      sort: RequestSort,
      page: PageRequest,
      today: string,
    ): Promise<readonly InformationRequestRow[]> {
      const from = page.after === null ? sql`true` : isAfter(sort, page.after)
      const { rows } = await sql<InformationRequestRow>`
        select r.* from information_request r
        where ${conditionsOf(caller, filter, today)} and ${visibleTo(caller)} and ${from}
        order by ${orderOf(sort)} limit ${page.first + 1}`.execute(db)
      return rows
    },

    /** How many requests the caller may see and the filter matches. */
    async count(caller: Caller, filter: RequestFilter, today: string): Promise<number> {
      const { rows } = await sql<{ total: number }>`
        select count(*) as total from information_request r
        where ${conditionsOf(caller, filter, today)} and ${visibleTo(caller)}`.execute(db)
      return rows[0]?.total ?? 0
    },

    /** The requests at each address that the caller may see, newest first, in one statement. */
    async byAddresses(
      addressIds: readonly string[],
      caller: Caller,
    ): Promise<readonly InformationRequestRow[]> {
      const { rows } = await sql<InformationRequestRow>`
        select r.* from information_request r where r.address_id = any(${addressIds}) and ${visibleTo(caller)}
        order by r.submitted_at desc, r.id desc`.execute(db)
      return rows
    },

    /** The steps of each request, oldest first, in one statement. */
    async stepsOf(ids: readonly string[]): Promise<readonly InformationRequestStepRow[]> {
      return await db
        .selectFrom('information_request_step')
        .selectAll()
        .where('request_id', 'in', [...ids])
        .orderBy('revision')
        .execute()
    },

    /** The links that stand. */
    async buddyLinks(addressIds: readonly string[]): Promise<readonly BuddyLinkRow[]> {
      return await db
        .selectFrom('buddy_link')
        .selectAll()
        .where('address_id', 'in', [...addressIds])
        .where('ended_at', 'is', null)
        .execute()
    },

    /**
     * Takes a step with a request that still has the revision its maker saw, so that what was judged is what is changed.
     * @param within what must commit together with the step; gives what it adds to the request.
     * @throws {AppError} `BAD_USER_INPUT` when there is no such request, `CONFLICT` when it was changed since.
     */
    async step(
      { id, revision }: Pick<InformationRequestRow, 'id' | 'revision'>,
      step: Step,
      within: Within = async () => ({}),
    ): Promise<InformationRequestRow> {
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('information_request')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!row) throw badInput(UNKNOWN)
        if (row.revision !== revision) throw changedSince(row.revision)
        const added = await within(transaction)
        const changed = ownColumns({ ...row, ...step.changes, ...added, revision: revision + 1 })
        await write(transaction, changed)
        await addStep(transaction, row, changed, step, now())
        return changed
      })
    },
  }
}

function sameOr(present: InformationRequestRow, request: NewRequest): InformationRequestRow {
  if (present.submission === request.submission) return present
  throw new AppError(
    'CONFLICT',
    'Met deze idempotencyKey is al een ander informatieverzoek ingediend. Gebruik voor elk verzoek een nieuwe.',
  )
}

/** Columns that the database makes itself. */
type Generated = { readonly due_sort?: unknown; readonly search?: unknown }

function ownColumns(row: InformationRequestRow & Generated): InformationRequestRow {
  const { due_sort: _sort, search: _search, ...own } = row
  return own
}

async function write(transaction: Transaction<Tables>, row: InformationRequestRow): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  const values: RawBuilder<unknown> = sql`
    select ${columns} from json_populate_record(null::information_request, ${JSON.stringify(row)}::json)`
  if (row.revision === 1)
    await sql`insert into information_request (${columns}) ${values}`.execute(transaction)
  else
    await sql`update information_request set (${columns}) = (${values}) where id = ${row.id}`.execute(
      transaction,
    )
}

async function addStep(
  transaction: Transaction<Tables>,
  from: InformationRequestRow | null,
  to: InformationRequestRow,
  { action, actor, reason }: Step,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('information_request_step')
    .values({
      request_id: to.id,
      revision: to.revision,
      action,
      from_state: from?.state ?? null,
      to_state: to.state,
      organisation: actor.organisation,
      role: actor.role,
      subject: actor.subject,
      at: at.toISOString(),
      reason,
    })
    .execute()
}
