import { type Kysely, sql, type Transaction } from 'kysely'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { type ListArguments, readList } from '../../casework/list.ts'
import type { ObjectionFilter, RecordObjectionInput } from '../../schema.generated.ts'
import { assertRoom, MAXIMA } from '../../store/maxima.ts'
import type { ObjectionRow, Tables } from '../../store/tables.ts'
import { createObligations } from '../obligations/create.ts'
import { judgedObjection } from './objection.ts'
import { keepRevision } from './statement.ts'

/** A consequence of an objection or of a decision on one, in the transaction of the change. */
export type ObjectionConsequence = (transaction: Transaction<Tables>, addressId: string) => Promise<void>

/** The store of objections. Each change commits with its revision, and an upheld objection with the recipients' obligations. */
export function createObjectionStore(
  db: Kysely<Tables>,
  now: () => Date = () => new Date(),
  follow: ObjectionConsequence = async () => {},
) {
  return {
    /**
     * Records an objection, or a decision on one. The same new objection sent twice (same address, scope, channel and evidence) is one
     * objection.
     * @throws {AppError} as `judgedObjection`.
     */
    async recordObjection(input: RecordObjectionInput, caller: Caller): Promise<ObjectionRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`objection ${input.addressId}`}))`.execute(
          transaction,
        )
        const present = await transaction
          .selectFrom('objection')
          .selectAll()
          .where('address_id', '=', input.addressId)
          .execute()
        const row = judgedObjection(input, present, caller, at)
        if (typeof input.id !== 'string') {
          const same = sameObjection(present, row)
          if (same) return same
          await assertRoom(
            transaction,
            { table: 'objection', which: { address_id: row.address_id }, max: MAXIMA.objections },
            'bezwaren bij een adres. Leg de beslissing vast op wat er al ligt: één bezwaar kan over alle doelen en beide organisaties gaan.',
          )
          await transaction.insertInto('objection').values(row).execute()
        } else await transaction.updateTable('objection').set(row).where('id', '=', row.id).execute()
        await keepRevision(transaction, 'objection', [{ ...row, content: row }], caller, at)
        await follow(transaction, row.address_id)
        if (row.state === 'UPHELD') {
          const { id: cause_id, address_id } = row
          await createObligations(transaction, [{ cause: 'OBJECTION_UPHELD', cause_id, address_id, at }])
        }
        return row
      })
    },

    /** Lists the objections that the caller may see, the earliest deadline for a decision first. */
    list(filter: ObjectionFilter, caller: Caller, today: string, args: ListArguments) {
      return readList<ObjectionRow>(db, args, {
        table: 'objection',
        by: 'decide_by',
        conditions: [
          caller.organisation === 'SVIP' ? sql`true` : sql`coalesce(owner = ${caller.organisation}, true)`,
          ...(filter.state ? [sql`state = ${filter.state}`] : []),
          ...(filter.owner ? [sql`coalesce(owner = ${filter.owner}, true)`] : []),
          ...(typeof filter.overdue === 'boolean'
            ? [sql`(state = 'RECEIVED' and decide_by < ${today}::date) = ${filter.overdue}`]
            : []),
        ],
      })
    },
  }
}

/** Finds an objection with the same contents and evidence that has not changed since it was recorded: it is the same act. */
function sameObjection(present: readonly ObjectionRow[], row: ObjectionRow): ObjectionRow | undefined {
  const act = ({ evidence, channel, state, owner, purposes }: ObjectionRow) =>
    JSON.stringify([evidence, channel, state, owner, purposes])
  return present.find((each) => act(each) === act(row))
}
