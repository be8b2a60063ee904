import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import type { PageRequest } from '../../../../kernel/graphql/connection.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { countOf, type Listed, rowsOf } from '../../casework/list.ts'
import { findRow, insertRows, updateRow } from '../../casework/rows.ts'
import { type Actor, writeStep } from '../../casework/step.ts'
import type { InformationRequestFilter } from '../../schema.generated.ts'
import { assertRoom, MAXIMA } from '../../store/maxima.ts'
import type { Tables } from '../../store/tables.ts'
import { conditionsOf, ORDERS, type RequestSort } from './list.ts'
import type { BuddyLinkRow, InformationRequestRow, InformationRequestStepRow } from './tables.ts'
import type { RequestAction } from './transitions.ts'
import { visibleTo } from './visibility.ts'

export type RequestStore = ReturnType<typeof createRequestStore>

/** A request without the values that the store assigns. */
export type NewRequest = Omit<InformationRequestRow, 'id' | 'number' | 'revision'>

/** A step and its changes to the request. */
export type Step = {
  readonly action: RequestAction
  readonly actor: Actor
  readonly reason: string | null
  readonly changes: Partial<InformationRequestRow>
}

/** Runs in the transaction of a step, and returns further changes to the request. */
export type Within = (transaction: Transaction<Tables>) => Promise<Partial<InformationRequestRow>>

export const changedSince = ({ revision }: Pick<InformationRequestRow, 'revision'>): AppError =>
  new AppError(
    'CONFLICT',
    `Dit informatieverzoek is intussen gewijzigd (versie ${revision}). Haal het opnieuw op en kijk of de stap nog nodig is.`,
  )

export const UNKNOWN = 'Dit informatieverzoek bestaat niet.'

const listed = (caller: Caller, filter: InformationRequestFilter, today: string): Listed => ({
  from: sql`information_request r`,
  where: sql`${conditionsOf(caller, filter, today)} and ${visibleTo(caller)}`,
})

/** The store of information requests and their steps. A step, its changes and the access that it opens commit in one transaction. */
export function createRequestStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Submits a request. Submitting the same request again with the same key returns the existing one.
     * @throws {AppError} `CONFLICT` when the key was used for another request, `BAD_USER_INPUT` when the address has the maximum of
     * requests.
     */
    async submit(request: NewRequest, actor: Actor): Promise<InformationRequestRow> {
      return await db.transaction().execute(async (transaction) => {
        const key = [request.requester_organisation, request.requester_subject, request.idempotency_key]
        await sql`select pg_advisory_xact_lock(hashtext(${key.join('\n')}))`.execute(transaction)
        const present = await submittedBefore(transaction, request)
        if (present) return present
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
        await insertRows(transaction, 'information_request', [row])
        await addStep(transaction, null, row, { action: 'SUBMIT', actor, reason: null, changes: {} }, now())
        return row
      })
    },

    /** Checks that a request can be submitted. @throws {AppError} as `submit`. */
    async assertSubmittable(request: NewRequest): Promise<void> {
      await submittedBefore(db, request)
    },

    /** Finds a request that the caller may see; `null` when it does not exist or the caller may not see it. */
    find: (id: string, caller: Caller): Promise<InformationRequestRow | null> =>
      findRow(db, 'information_request', id, { alias: 'r', where: visibleTo(caller) }),

    /** Reads a page of the requests that the caller may see, with one row more than the page when another page follows. */
    page: (
      caller: Caller,
      filter: InformationRequestFilter,
      sort: RequestSort,
      page: PageRequest,
      today: string,
    ) => rowsOf<InformationRequestRow>(db, listed(caller, filter, today), ORDERS[sort], page),

    /** Counts the requests that the caller may see and the filter matches. */
    count: (caller: Caller, filter: InformationRequestFilter, today: string): Promise<number> =>
      countOf(db, listed(caller, filter, today)),

    /** The requests at these addresses that the caller may see, newest first, in one statement. */
    async byAddresses(
      addressIds: readonly string[],
      caller: Caller,
    ): Promise<readonly InformationRequestRow[]> {
      const { rows } = await sql<InformationRequestRow>`
        select r.* from information_request r where r.address_id = any(${addressIds}) and ${visibleTo(caller)}
        order by r.submitted_at desc, r.id desc`.execute(db)
      return rows
    },

    /** The steps of these requests, oldest first, in one statement. */
    async stepsOf(ids: readonly string[]): Promise<readonly InformationRequestStepRow[]> {
      return await db
        .selectFrom('information_request_step')
        .selectAll()
        .where('request_id', 'in', [...ids])
        .orderBy('revision')
        .execute()
    },

    /** The links that have not ended. */
    async buddyLinks(addressIds: readonly string[]): Promise<readonly BuddyLinkRow[]> {
      return await db
        .selectFrom('buddy_link')
        .selectAll()
        .where('address_id', 'in', [...addressIds])
        .where('ended_at', 'is', null)
        .execute()
    },

    /**
     * Takes a step on a request that still has the revision that its editor saw.
     * @param within runs in the same transaction, and returns further changes to the request.
     * @throws {AppError} `BAD_USER_INPUT` when the request does not exist, `CONFLICT` when it has changed since.
     */
    step: (
      { id, revision }: Pick<InformationRequestRow, 'id' | 'revision'>,
      step: Step,
      within: Within = async () => ({}),
    ): Promise<InformationRequestRow> =>
      writeStep<InformationRequestRow>(db, revision, {
        hold: async (transaction) => {
          const row = await findRow(transaction, 'information_request', id, { lock: true })
          return row && ownColumns(row)
        },
        gone: () => badInput(UNKNOWN),
        changedSince,
        change: async (transaction) => ({ ...step.changes, ...(await within(transaction)) }),
        write: async (transaction, row, from) => {
          await updateRow(transaction, 'information_request', row)
          await addStep(transaction, from, row, step, now())
        },
      }),
  }
}

/** Finds the request with this key; `null` when there is none and the address has room. @throws {AppError} as `submit`. */
async function submittedBefore(
  db: Kysely<Tables>,
  request: NewRequest,
): Promise<InformationRequestRow | null> {
  const present = await db
    .selectFrom('information_request')
    .selectAll()
    .where('requester_organisation', '=', request.requester_organisation)
    .where('requester_subject', '=', request.requester_subject)
    .where('idempotency_key', '=', request.idempotency_key)
    .executeTakeFirst()
  if (present?.submission === request.submission) return present
  if (present)
    throw new AppError(
      'CONFLICT',
      'Met deze idempotencyKey is al een ander informatieverzoek ingediend. Gebruik voor elk verzoek een nieuwe.',
    )
  await assertRoom(
    db,
    {
      table: 'information_request',
      which: { address_id: request.address_id },
      max: MAXIMA.informationRequests,
    },
    'informatieverzoeken bij een adres. Kijk of een verzoek dat er al ligt uw vraag beantwoordt, of neem contact op met het loket.',
  )
  return null
}

/** Columns that the database generates. */
type Generated = { readonly due_sort?: unknown; readonly search?: unknown }

function ownColumns(row: InformationRequestRow & Generated): InformationRequestRow {
  const { due_sort: _sort, search: _search, ...own } = row
  return own
}

const addStep = (
  transaction: Transaction<Tables>,
  from: InformationRequestRow | null,
  to: InformationRequestRow,
  { action, actor, reason }: Step,
  at: Date,
): Promise<void> =>
  insertRows(transaction, 'information_request_step', [
    {
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
    },
  ])
