import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { addDays } from '../../../../kernel/calendar.ts'
import { badInput } from '../../../../kernel/errors.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { type ListArguments, readList } from '../../casework/list.ts'
import { findRow } from '../../casework/rows.ts'
import type {
  BreakGlassInput,
  EmergencyAccessFilter,
  ReleaseEmergencyAccessInput,
  ReviewEmergencyAccessInput,
} from '../../schema.generated.ts'
import type { Tables } from '../../store/tables.ts'
import { createObligations } from '../obligations/create.ts'
import { type Broken, breaking, released, reviewed } from './emergency.ts'
import type { EmergencyAccessRow } from './tables.ts'

/** The store of emergency accesses. An access that the caller may not see looks as if it does not exist. */
export function createEmergencyStore(
  db: Kysely<Tables>,
  { reviewDays, now = () => new Date() }: { readonly reviewDays: number; readonly now?: () => Date },
) {
  /** All accesses of a person to an owner's data at an address; locked until the end of the transaction when `lock` says so. */
  const ofPerson = async (
    connection: Kysely<Tables>,
    { addressId, owner }: BreakGlassInput,
    { subject }: Caller,
    lock: RawBuilder<unknown> = sql``,
  ) => {
    const { rows } = await sql<EmergencyAccessRow>`
      select * from emergency_access where address_id = ${addressId} and owner = ${owner} and subject = ${subject}
      order by broken_at desc, id ${lock}`.execute(connection)
    return rows
  }
  const judge = (present: readonly EmergencyAccessRow[], glass: BreakGlassInput, caller: Caller): Broken => {
    const at = now()
    return breaking(present, glass, caller, {
      at: at.toISOString(),
      reviewDueOn: addDays(dutchDay(at), reviewDays),
    })
  }

  const change = (
    id: string,
    caller: Caller,
    edit: (
      present: EmergencyAccessRow,
      at: string,
      transaction: Transaction<Tables>,
    ) => EmergencyAccessRow | Promise<EmergencyAccessRow>,
  ): Promise<EmergencyAccessRow> =>
    db.transaction().execute(async (transaction) => {
      const present = await findRow(transaction, 'emergency_access', id, {
        where: visibleTo(caller),
        lock: true,
      })
      if (!present) throw badInput('Deze noodtoegang bestaat niet.')
      const row = await edit(present, now().toISOString(), transaction)
      await update(transaction, row)
      return row
    })

  return {
    /** The result that breaking the glass would have now. @throws {AppError} as `breaking`. */
    wouldBreak: async (glass: BreakGlassInput, caller: Caller): Promise<Broken> =>
      judge(await ofPerson(db, glass, caller), glass, caller),

    /** Breaks the glass. @throws {AppError} as `breaking`. */
    async break(glass: BreakGlassInput, caller: Caller): Promise<EmergencyAccessRow> {
      return await db.transaction().execute(async (transaction) => {
        // A lock per address, so that of two concurrent calls the second finds the access of the first.
        await sql`select pg_advisory_xact_lock(hashtext(${`emergency ${glass.addressId}`}))`.execute(
          transaction,
        )
        const broken = judge(await ofPerson(transaction, glass, caller, sql`for update`), glass, caller)
        if ('open' in broken) return broken.open
        const { made, replaced } = broken
        if (replaced) await update(transaction, replaced)
        await transaction.insertInto('emergency_access').values(made).execute()
        return made
      })
    },

    /** `null` when it does not exist or the caller may not see it. */
    find: (id: string, caller: Caller): Promise<EmergencyAccessRow | null> =>
      findRow(db, 'emergency_access', id, { where: visibleTo(caller) }),

    /** Newest first. */
    list(filter: EmergencyAccessFilter, caller: Caller, today: string, args: ListArguments) {
      return readList<EmergencyAccessRow>(db, args, {
        table: 'emergency_access',
        by: 'broken_at',
        conditions: [
          visibleTo(caller),
          ...(filter.addressId ? [sql`address_id = ${filter.addressId}`] : []),
          ...(filter.owner ? [sql`owner = ${filter.owner}`] : []),
          ...(filter.organisation ? [sql`organisation = ${filter.organisation}`] : []),
          ...(typeof filter.unreviewed === 'boolean' ? [sql`(verdict is null) = ${filter.unreviewed}`] : []),
          ...(typeof filter.overdue === 'boolean'
            ? [sql`(verdict is null and review_due_on < ${today}::date) = ${filter.overdue}`]
            : []),
        ],
      })
    },

    /**
     * Stores the verdict. An access that was not justified ends in the same commit, with the obligations of the recipient.
     * @throws {AppError} as `reviewed`, and `BAD_USER_INPUT` when the caller may not know of it.
     */
    review: (review: ReviewEmergencyAccessInput, caller: Caller): Promise<EmergencyAccessRow> =>
      change(review.id, caller, async (present, at, transaction) => {
        const row = reviewed(present, review, caller, at)
        const { id: cause_id, address_id, verdict } = row
        if (verdict === 'NOT_JUSTIFIED')
          await createObligations(transaction, [
            { cause: 'EMERGENCY_NOT_JUSTIFIED', cause_id, address_id, at },
          ])
        return row
      }),

    /** Stores a release. @throws {AppError} as `released`, and `BAD_USER_INPUT` when the caller may not know of it. */
    release: (release: ReleaseEmergencyAccessInput, caller: Caller): Promise<EmergencyAccessRow> =>
      change(release.id, caller, (present, at) => released(present, release, caller, at)),

    /** The number of accesses without a review, and of those past the deadline. */
    async countUnreviewed(today: string): Promise<{ readonly waiting: number; readonly overdue: number }> {
      const { rows } = await sql<{ waiting: number; overdue: number }>`
        select count(*) as waiting, count(*) filter (where review_due_on < ${today}::date) as overdue
        from emergency_access where verdict is null`.execute(db)
      return rows[0] ?? { waiting: 0, overdue: 0 }
    },
  }
}

async function update(transaction: Transaction<Tables>, row: EmergencyAccessRow): Promise<void> {
  await transaction.updateTable('emergency_access').set(row).where('id', '=', row.id).execute()
}

/** Privacy officers see all accesses, of either agency, from the start; other callers see their own. */
const visibleTo = ({ organisation, subject, roles }: Caller): RawBuilder<boolean> =>
  roles.includes('privacy_officer')
    ? sql<boolean>`true`
    : sql<boolean>`organisation = ${organisation} and subject = ${subject}`
