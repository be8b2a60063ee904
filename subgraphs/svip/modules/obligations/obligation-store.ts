import { type Kysely, type RawBuilder, sql } from 'kysely'
import { badInput } from '../../../../kernel/errors.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { type ListArguments, readList } from '../../casework/list.ts'
import { findRow } from '../../casework/rows.ts'
import type { FulfilObligationInput, ObligationFilter } from '../../schema.generated.ts'
import type { Tables } from '../../store/tables.ts'
import { fulfilled } from './obligation.ts'
import type { ObligationRow } from './tables.ts'

/** The store of obligations. An obligation that the caller may not see looks as if it does not exist. */
export function createObligationStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  const find = async (connection: Kysely<Tables>, id: string, caller: Caller, lock = false) => {
    const found = await findRow(connection, 'obligation', id, { where: visibleTo(caller), lock })
    if (!found) throw badInput('Deze verplichting bestaat niet.')
    return found
  }
  return {
    /** The earliest deadline first. */
    list(filter: ObligationFilter, caller: Caller, today: string, args: ListArguments) {
      return readList<ObligationRow>(db, args, {
        table: 'obligation',
        by: 'due_on',
        conditions: [
          visibleTo(caller),
          ...(filter.state ? [sql`state = ${filter.state}`] : []),
          ...(filter.recipient ? [sql`recipient = ${filter.recipient}`] : []),
          ...(typeof filter.overdue === 'boolean'
            ? [sql`(state = 'OPEN' and due_on < ${today}::date) = ${filter.overdue}`]
            : []),
        ],
      })
    },

    /** The obligations that these causes created, as far as the caller may know of them, in one statement. */
    async byCauses(
      causeIds: readonly string[],
      caller: Caller,
    ): Promise<ReadonlyMap<string, readonly ObligationRow[]>> {
      const { rows } = await sql<ObligationRow>`
        select * from obligation where cause_id = any(${causeIds}::uuid[]) and ${visibleTo(caller)}
        order by recipient, municipality, id`.execute(db)
      return Map.groupBy(rows, ({ cause_id }) => cause_id)
    },

    /** @throws {AppError} `BAD_USER_INPUT` when it does not exist or the caller may not know of it. */
    find: (id: string, caller: Caller): Promise<ObligationRow> => find(db, id, caller),

    /** Records what the recipient did. @throws {AppError} as `fulfilled`, and `BAD_USER_INPUT` when the caller may not know of it. */
    fulfil: (fulfilment: FulfilObligationInput, caller: Caller): Promise<ObligationRow> =>
      db.transaction().execute(async (transaction) => {
        const present = await find(transaction, fulfilment.id, caller, true)
        const row = fulfilled(present, fulfilment, caller, now().toISOString())
        await transaction.updateTable('obligation').set(row).where('id', '=', row.id).execute()
        return row
      }),
  }
}

/** Recipients see their own obligations, owners those for their data, and the privacy officers of the SVIP all. */
function visibleTo({ organisation, roles, municipality }: Caller): RawBuilder<boolean> {
  if (organisation === 'GEMEENTE')
    return sql<boolean>`recipient = 'GEMEENTE' and municipality = ${municipality}`
  if (organisation === 'SVIP' && roles.includes('privacy_officer')) return sql<boolean>`true`
  return sql<boolean>`(recipient = ${organisation} or owner = ${organisation})`
}
