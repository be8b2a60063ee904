import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { addDays } from '../../../kernel/calendar.ts'
import { badInput } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import type { Caller, Organisation, Owner } from '../../../kernel/vocabulary.ts'
import { createObligations } from '../obligations/create.ts'
import { type ListArguments, readList } from '../store/list.ts'
import type { Tables } from '../store/tables.ts'
import { type BreakGlass, EMERGENCY_HOURS, type Review, reviewed } from './emergency.ts'
import type { EmergencyAccessRow } from './tables.ts'

export type EmergencyFilter = {
  readonly addressId?: string | null
  readonly unreviewed?: boolean | null
  readonly overdue?: boolean | null
  readonly owner?: Owner | null
  readonly organisation?: Organisation | null
}

export type EmergencyStore = ReturnType<typeof createEmergencyStore>

/** Times that the glass was broken. What somebody may not see looks as if it does not exist. */
export function createEmergencyStore(
  db: Kysely<Tables>,
  { reviewDays, now = () => new Date() }: { readonly reviewDays: number; readonly now?: () => Date },
) {
  return {
    /** Breaks the glass; when the same is open for the same person already, it gives that one. */
    async break(glass: BreakGlass, { organisation, subject }: Caller): Promise<EmergencyAccessRow> {
      return await db.transaction().execute(async (transaction) => {
        // One at a time per address: of two that arrive together the second finds the first.
        await sql`select pg_advisory_xact_lock(hashtext(${`emergency ${glass.addressId}`}))`.execute(
          transaction,
        )
        const at = now()
        const open = await sql<EmergencyAccessRow>`
          select * from emergency_access
          where address_id = ${glass.addressId} and owner = ${glass.owner} and organisation = ${organisation}
            and subject = ${subject} and categories = ${glass.categories}::text[] and valid_until > ${at.toISOString()}::timestamptz
          limit 1`.execute(transaction)
        if (open.rows[0]) return open.rows[0]
        const row: EmergencyAccessRow = {
          id: randomUUID(),
          revision: 1,
          address_id: glass.addressId,
          owner: glass.owner,
          organisation,
          subject,
          categories: glass.categories,
          reason: glass.reason,
          broken_at: at.toISOString(),
          valid_until: new Date(at.getTime() + EMERGENCY_HOURS * 3_600_000).toISOString(),
          review_due_on: addDays(dutchDay(at), reviewDays),
          verdict: null,
          review_remarks: null,
          reviewed_by: null,
          reviewer: null,
          reviewed_at: null,
        }
        await transaction.insertInto('emergency_access').values(row).execute()
        return row
      })
    },

    /** `null` when there is none that the caller may see. */
    async find(id: string, caller: Caller): Promise<EmergencyAccessRow | null> {
      const { rows } = await sql<EmergencyAccessRow>`
        select * from emergency_access where id = ${id}::uuid and ${visibleTo(caller)}`.execute(db)
      return rows[0] ?? null
    },

    /** Newest first. */
    list(filter: EmergencyFilter, caller: Caller, today: string, args: ListArguments) {
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
     * Stores the verdict. What was not justified ends in the same commit, with what the recipient has to do about it.
     * @throws {AppError} as `reviewed`, and `BAD_USER_INPUT` when the caller knows of none.
     */
    async review(review: Review, caller: Caller): Promise<EmergencyAccessRow> {
      return await db.transaction().execute(async (transaction) => {
        const { rows } = await sql<EmergencyAccessRow>`
          select * from emergency_access where id = ${review.id}::uuid and ${visibleTo(caller)} for update`.execute(
          transaction,
        )
        if (!rows[0]) throw badInput('Deze noodtoegang bestaat niet.')
        const at = now().toISOString()
        const row = reviewed(rows[0], review, caller, at)
        await transaction.updateTable('emergency_access').set(row).where('id', '=', row.id).execute()
        if (row.verdict === 'NOT_JUSTIFIED') {
          const { id: cause_id, address_id } = row
          await createObligations(transaction, [
            { cause: 'EMERGENCY_NOT_JUSTIFIED', cause_id, address_id, at },
          ])
        }
        return row
      })
    },

    /** How many wait for a review, and how many of those too long. */
    async countUnreviewed(today: string): Promise<{ readonly waiting: number; readonly overdue: number }> {
      const { rows } = await sql<{ waiting: number; overdue: number }>`
        select count(*) as waiting, count(*) filter (where review_due_on < ${today}::date) as overdue
        from emergency_access where verdict is null`.execute(db)
      return rows[0] ?? { waiting: 0, overdue: 0 }
    },
  }
}

/** Privacy officers see every one, of either agency, from the moment it was broken; who broke it sees their own. */
const visibleTo = ({ organisation, subject, roles }: Caller): RawBuilder<boolean> =>
  roles.includes('privacy_officer')
    ? sql<boolean>`true`
    : sql<boolean>`organisation = ${organisation} and subject = ${subject}`
