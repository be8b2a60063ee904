import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { type PageRequest, readPage } from '../../../../kernel/graphql/connection.ts'
import { beyond, type Order, orderBy } from '../../../../kernel/graphql/keyset.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Caller, Purpose } from '../../../../kernel/vocabulary.ts'
import { type ListArguments, readList } from '../../casework/list.ts'
import { type Asked, gives } from '../../policy/to-sql.ts'
import type { AddressSetKind, AddressSetOutcomeKind } from '../../schema.generated.ts'
import { assertRoom, MAXIMA } from '../../store/maxima.ts'
import type { Tables } from '../../store/tables.ts'
import { othersThan, readerOfWords } from './address-set.ts'
import type { AddressSetMemberRow, AddressSetOutcomeRow, AddressSetRow } from './tables.ts'

export type SetStore = ReturnType<typeof createSetStore>

export type NewSet = Pick<AddressSetRow, 'name' | 'kind' | 'purpose' | 'description'>

/** The caller, and whether the policy lets them know of addresses that others added. */
export type Reader = Asked & { readonly caller: Caller; readonly knowsOthers: boolean }

/** More than the largest pilot of the evaluation (circa 1,000 addresses). */
export const MAX_MEMBERS = 5000
export const MAX_SETS = 200

const UNKNOWN = 'Deze adressenlijst bestaat niet.'

/** The store of address sets. Each statement leaves out what the caller may not know, so that it is not counted or paged over either. */
export function createSetStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  const get = async (connection: Kysely<Tables>, id: string, lock: RawBuilder<unknown> = sql``) => {
    if (!isUuid(id)) throw badInput(UNKNOWN)
    const { rows } = await sql<AddressSetRow>`select * from address_set where id = ${id} ${lock}`.execute(
      connection,
    )
    if (!rows[0]) throw badInput(UNKNOWN)
    return rows[0]
  }
  return {
    /** @throws {AppError} `BAD_USER_INPUT` when it does not exist. */
    get: (id: string) => get(db, id),

    async find(id: string): Promise<AddressSetRow | null> {
      if (!isUuid(id)) return null
      return (await db.selectFrom('address_set').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    },

    /** Newest first, at most `MAX_SETS`. */
    async list(kind: AddressSetKind | null, open: boolean | null): Promise<readonly AddressSetRow[]> {
      let query = db.selectFrom('address_set').selectAll()
      if (kind !== null) query = query.where('kind', '=', kind)
      if (open !== null) query = query.where('closed_at', open ? 'is' : 'is not', null)
      return await query.orderBy('created_at', 'desc').orderBy('id').limit(MAX_SETS).execute()
    },

    /** One page, newest first. @throws {AppError} as `readList`. */
    page: (kind: AddressSetKind | null, open: boolean | null, args: ListArguments) =>
      readList<AddressSetRow>(db, args, {
        table: 'address_set',
        by: 'created_at',
        conditions: [
          ...(kind === null ? [] : [sql`kind = ${kind}`]),
          ...(open === null ? [] : [sql`(closed_at is null) = ${open}`]),
        ],
      }),

    /** @throws {AppError} `CONFLICT` when the organisation has a set with this name. */
    async create(set: NewSet, { organisation, subject }: Caller): Promise<AddressSetRow> {
      const row = await db
        .insertInto('address_set')
        .values({
          ...set,
          id: randomUUID(),
          revision: 1,
          created_by: organisation,
          created_by_subject: subject,
          created_at: now().toISOString(),
          closed_at: null,
          closing_reason: null,
        })
        .onConflict((conflict) => conflict.columns(['created_by', 'name']).doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!row)
        throw new AppError(
          'CONFLICT',
          'Uw organisatie heeft al een adressenlijst met deze naam. Kies een andere naam.',
        )
      return row
    },

    /** @throws {AppError} `CONFLICT` when it has changed or closed since. */
    async close(id: string, revision: number, reason: string): Promise<AddressSetRow> {
      const row = await db
        .updateTable('address_set')
        .set({ closed_at: now().toISOString(), closing_reason: reason, revision: revision + 1 })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('closed_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (!row)
        throw new AppError('CONFLICT', 'Deze adressenlijst is intussen gewijzigd. Haal de lijst opnieuw op.')
      return row
    },

    /**
     * Adds addresses, each once per organisation, in the transaction that checks that the set is open.
     * @throws {AppError} `CONFLICT` when the set is closed, `BAD_USER_INPUT` when it would exceed `MAX_MEMBERS`.
     */
    add: (setId: string, addressIds: readonly string[], caller: Caller): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        await assertMembersFit(transaction, await get(transaction, setId, sql`for update`), addressIds.length)
        const members = addressIds.map((address_id) => ({
          id: randomUUID(),
          set_id: setId,
          address_id,
          put_forward_by: caller.organisation,
          municipality: caller.organisation === 'GEMEENTE' ? (caller.municipality ?? '') : '',
          added_by: caller.subject,
          added_at: now().toISOString(),
        }))
        await sql`
          insert into address_set_member
          select * from json_populate_recordset(null::address_set_member, ${JSON.stringify(members)}::json)
          on conflict do nothing`.execute(transaction)
      }),

    /** @throws {AppError} as `add`. */
    assertFit: (set: AddressSetRow, more: number): Promise<void> => assertMembersFit(db, set, more),

    /** The addresses among these that the caller's organisation added. @throws {AppError} `CONFLICT` when the set is closed. */
    async ownOf(
      set: AddressSetRow,
      addressIds: readonly string[],
      caller: Caller,
    ): Promise<readonly string[]> {
      assertOpen(set)
      const { rows } = await sql<{
        address_id: string
      }>`select distinct m.address_id from address_set_member m
        where m.set_id = ${set.id} and m.address_id = any(${addressIds}) and ${ownOf(caller)}`.execute(db)
      return rows.map(({ address_id }) => address_id)
    },

    /**
     * Removes addresses that the caller's organisation added, and ignores those that are not in the set.
     * @throws {AppError} `CONFLICT` when the set is closed, because its figures no longer change.
     */
    remove: (setId: string, addressIds: readonly string[], caller: Caller): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        assertOpen(await get(transaction, setId, sql`for share`))
        await sql`delete from address_set_member m
          where m.set_id = ${setId} and m.address_id = any(${addressIds}) and ${ownOf(caller)}`.execute(
          transaction,
        )
      }),

    /** Reads one page, oldest first, with one row more than the page when another page follows. */
    async members(
      set: AddressSetRow,
      reader: Reader,
      page: PageRequest,
    ): Promise<readonly AddressSetMemberRow[]> {
      const { rows } = await sql<AddressSetMemberRow>`
        select m.* from address_set_member m
        where m.set_id = ${set.id} and ${knownTo(reader, set.purpose)} and ${beyond(MEMBER_ORDER, page.after)}
        ${orderBy(MEMBER_ORDER)} limit ${page.first + 1}`.execute(db)
      return rows
    },

    /** Counts the addresses that the caller may know of, and those with each outcome, in two statements. */
    async figures(set: AddressSetRow, reader: Reader) {
      const known = sql`select distinct m.address_id from address_set_member m
        where m.set_id = ${set.id} and ${knownTo(reader, set.purpose)}`
      const [total, outcomes] = await Promise.all([
        sql<{ count: number }>`select count(*) as count from (${known}) known`.execute(db),
        sql<{ outcome: AddressSetOutcomeKind; count: number }>`
          select o.outcome, count(distinct o.address_id) as count from address_set_outcome o
          where o.set_id = ${set.id} and o.address_id in (${known}) and ${outcomeKnownTo(reader, set.purpose)}
          group by o.outcome`.execute(db),
      ])
      return { addresses: total.rows[0]?.count ?? 0, outcomes: outcomes.rows }
    },

    /** Whether the caller may know that this address is in the set. */
    async holds(set: AddressSetRow, addressId: string, reader: Reader): Promise<boolean> {
      const { rows } = await sql`select from address_set_member m
        where m.set_id = ${set.id} and m.address_id = ${addressId} and ${knownTo(reader, set.purpose)} limit 1`.execute(
        db,
      )
      return rows.length > 0
    },

    async recordOutcome(
      outcome: Pick<AddressSetOutcomeRow, 'set_id' | 'address_id' | 'outcome' | 'occurred_on' | 'note'>,
      { organisation, subject }: Caller,
    ): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        assertOpen(await get(transaction, outcome.set_id, sql`for share`))
        const { set_id, address_id } = outcome
        await assertRoom(
          transaction,
          { table: 'address_set_outcome', which: { set_id, address_id }, max: MAXIMA.outcomes },
          'uitkomsten bij een adres op een lijst. De laatste uitkomst telt; kijk of die er al staat.',
        )
        await transaction
          .insertInto('address_set_outcome')
          .values({
            ...outcome,
            id: randomUUID(),
            recorded_by: organisation,
            recorded_by_subject: subject,
            recorded_at: now().toISOString(),
          })
          .execute()
      })
    },

    /** The outcomes of these addresses that the caller may know, oldest first, in one statement. */
    async outcomesOf(
      set: AddressSetRow,
      addressIds: readonly string[],
      reader: Reader,
    ): Promise<ReadonlyMap<string, readonly AddressSetOutcomeRow[]>> {
      const { rows } = await sql<AddressSetOutcomeRow>`
        select o.* from address_set_outcome o
        where o.set_id = ${set.id} and o.address_id = any(${addressIds}) and ${outcomeKnownTo(reader, set.purpose)}
        order by o.occurred_on, o.recorded_at, o.id`.execute(db)
      return Map.groupBy(rows, ({ address_id }) => address_id)
    },

    /** The latest sets of each address, with who added it, in one statement. */
    async byAddresses(
      addressIds: readonly string[],
    ): Promise<
      readonly (AddressSetRow & Pick<AddressSetMemberRow, 'address_id' | 'put_forward_by' | 'municipality'>)[]
    > {
      const { rows } = await sql<
        AddressSetRow & Pick<AddressSetMemberRow, 'address_id' | 'put_forward_by' | 'municipality'>
      >`select s.*, m.address_id, m.put_forward_by, m.municipality from unnest(${addressIds}::text[]) as a(id)
        cross join lateral (select * from address_set_member where address_id = a.id
          order by added_at desc, id desc limit ${MAXIMA.addressSetsShown}) m
        join address_set s on s.id = m.set_id order by m.added_at, m.id`.execute(db)
      return rows
    },
  }
}

/** @throws {AppError} `CONFLICT` when it is closed. */
export function assertOpen({ closed_at }: AddressSetRow): void {
  if (closed_at !== null)
    throw new AppError('CONFLICT', 'Deze adressenlijst is gesloten en verandert niet meer.')
}

async function assertMembersFit(db: Kysely<Tables>, set: AddressSetRow, more: number): Promise<void> {
  assertOpen(set)
  const { rows } = await sql<{ held: number }>`
    select count(*) as held from address_set_member where set_id = ${set.id}`.execute(db)
  if ((rows[0]?.held ?? 0) + more > MAX_MEMBERS)
    throw badInput(`Een adressenlijst heeft hoogstens ${MAX_MEMBERS} regels. Maak een tweede lijst.`)
}

export const readMemberPage = (args: ListArguments): PageRequest => readPage(args, 2)
export const memberPlace = ({ added_at, id }: AddressSetMemberRow): [string, string] => [added_at, id]

const MEMBER_ORDER: Order = { by: 'm.added_at', id: 'm.id', of: 'MOMENT' }

const ownOf = ({ organisation, municipality }: Caller): RawBuilder<boolean> =>
  organisation === 'GEMEENTE'
    ? sql`(m.put_forward_by = 'GEMEENTE' and m.municipality = ${municipality})`
    : sql`(m.put_forward_by = ${organisation})`

/** The members that the reader's organisation added, and others that the reader may know of. */
const knownTo = (reader: Reader, purpose: Purpose): RawBuilder<boolean> =>
  sql`(${ownOf(reader.caller)} or ${mayKnowOf(reader, purpose, 'm')})`

/** An outcome of the reader's organisation or of the SVIP, and others that the reader may know of. */
const outcomeKnownTo = (reader: Reader, purpose: Purpose): RawBuilder<boolean> =>
  sql`(o.recorded_by in (${reader.caller.organisation}, 'SVIP') or ${mayKnowOf(reader, purpose, 'o')})`

/**
 * Whether the policy gives the reader presence at every side except their own. The decision per address covers this and more; the condition
 * also keeps withheld rows out of counts and pages.
 */
function mayKnowOf(reader: Reader, purpose: Purpose, row: 'm' | 'o'): RawBuilder<boolean> {
  const { caller, knowsOthers } = reader
  if (!knowsOthers) return sql`false`
  if (readerOfWords(caller) === null) return sql`true`
  const owners = othersThan(caller.organisation)
  return gives(reader, { addressId: `${row}.address_id`, owners, purpose, category: 'PRESENCE' })
}
