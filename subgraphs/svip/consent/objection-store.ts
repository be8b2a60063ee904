import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { badInput } from '../../../kernel/errors.ts'
import type { Caller, Owner } from '../../../kernel/vocabulary.ts'
import { createObligations } from '../obligations/create.ts'
import { type ListArguments, readList } from '../store/list.ts'
import type { ObjectionRow, Tables } from '../store/tables.ts'
import { decidedObjection, newObjection, type ObjectionInput, type ObjectionState } from './objection.ts'
import { keepRevision } from './statement.ts'

export type ObjectionFilter = {
  readonly state?: ObjectionState | null
  readonly overdue?: boolean | null
  readonly owner?: Owner | null
}

export type ObjectionStore = ReturnType<typeof createObjectionStore>

/** Objections. Each change commits together with its revision, and an upheld one with what recipients have to do about it. */
export function createObjectionStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Records an objection, or a decision on one. The same new one sent twice (same address, extent, channel and evidence) is one
     * objection.
     * @throws {AppError} as `newObjection` and `decidedObjection`, and `BAD_USER_INPUT` for an unknown id.
     */
    async recordObjection(input: ObjectionInput, caller: Caller): Promise<ObjectionRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`objection ${input.addressId}`}))`.execute(
          transaction,
        )
        const row =
          input.id === null
            ? newObjection(randomUUID(), input, caller, at)
            : decidedObjection(await find(transaction, input.id, input.addressId), input, caller, at)
        if (input.id === null) {
          const present = await sameObjection(transaction, row)
          if (present) return present
          await transaction.insertInto('objection').values(row).execute()
        } else await transaction.updateTable('objection').set(row).where('id', '=', row.id).execute()
        await keepRevision(transaction, 'objection', [{ ...row, content: row }], caller, at)
        if (row.state === 'UPHELD') {
          const { id: cause_id, address_id } = row
          await createObligations(transaction, [{ cause: 'OBJECTION_UPHELD', cause_id, address_id, at }])
        }
        return row
      })
    },

    /** The objections somebody may see, those that wait longest for their decision first. */
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

async function find(transaction: Transaction<Tables>, id: string, addressId: string): Promise<ObjectionRow> {
  const present = await transaction
    .selectFrom('objection')
    .selectAll()
    .where('id', '=', id)
    .where('address_id', '=', addressId)
    .executeTakeFirst()
  if (!present) throw badInput('Dit bezwaar bestaat niet bij dit adres.')
  return present
}

/** One that says the same on the same evidence and still stands as it was recorded: it is the same act. */
async function sameObjection(
  transaction: Transaction<Tables>,
  row: ObjectionRow,
): Promise<ObjectionRow | undefined> {
  const rows = await transaction
    .selectFrom('objection')
    .selectAll()
    .where('address_id', '=', row.address_id)
    .where('evidence', '=', row.evidence)
    .where('channel', '=', row.channel)
    .where('state', '=', row.state)
    .execute()
  const extent = ({ owner, purposes }: ObjectionRow) => JSON.stringify([owner, purposes])
  return rows.find((present) => extent(present) === extent(row))
}
