import { sql, type Transaction } from 'kysely'
import { AppError, badInput } from '../../../kernel/errors.ts'
import type { Tables, WishRow } from '../store/tables.ts'
import { type Actor, addStep, holdFile } from './steps.ts'
import type { InspectionState, IntegralPlanRow, JointInspectionRow, PlanState } from './tables.ts'
import { againstInspectionWish, againstPlanWish } from './together.ts'

/** What two agencies agree on, in the database: a joint inspection or an integral plan. */

type Agreements = { readonly joint_inspection: JointInspectionRow; readonly integral_plan: IntegralPlanRow }
export type AgreementTable = keyof Agreements
export type AgreementRow<Table extends AgreementTable> = Agreements[Table]

const KIND = { joint_inspection: 'JOINT_INSPECTION', integral_plan: 'INTEGRAL_PLAN' } as const
const NAMES = { joint_inspection: 'gezamenlijke opname', integral_plan: 'integraal plan' } as const

export const changedSince = (): AppError =>
  new AppError('CONFLICT', 'Dit is intussen gewijzigd. Haal het opnieuw op en kijk of uw stap nog nodig is.')

/** What a step changes; `judge` throws when the wish of the moment it is written stands in its way. */
export type Change<Table extends AgreementTable> = {
  readonly action: string
  readonly actor: Actor
  readonly reason: string | null
  readonly changes: Partial<AgreementRow<Table>>
  readonly judge?: (wish: WishRow | null) => void
}

/** @throws {AppError} `CONFLICT` when there is an open one at the address already, and as `judge`. */
export async function storeProposal<Table extends AgreementTable>(
  transaction: Transaction<Tables>,
  table: Table,
  row: AgreementRow<Table>,
  { actor, judge }: Pick<Change<Table>, 'actor' | 'judge'>,
): Promise<void> {
  await holdFile(transaction, row.address_id)
  judge?.(await wishAt(transaction, row.address_id))
  if ((await openAt(transaction, table, row.address_id)).length > 0)
    throw new AppError(
      'CONFLICT',
      `Er loopt bij dit adres al een voorstel voor een ${NAMES[table]}. Rond dat eerst af of trek het in.`,
    )
  await addStep(transaction, actor, row.proposed_at, stepOf(table, row, 'PROPOSE', null))
  await insert(transaction, table, row)
}

/** @throws {AppError} `BAD_USER_INPUT` when it is not there, `CONFLICT` when it was changed since, and as `judge`. */
export async function storeStep<Table extends AgreementTable>(
  transaction: Transaction<Tables>,
  table: Table,
  seen: AgreementRow<Table>,
  { action, actor, reason, changes, judge }: Change<Table>,
  at: string,
): Promise<AgreementRow<Table>> {
  await holdFile(transaction, seen.address_id)
  const { rows } = await sql<AgreementRow<Table>>`
    select * from ${sql.table(table)} where id = ${seen.id}::uuid for update`.execute(transaction)
  const present = rows[0]
  if (!present) throw badInput('Dit bestaat niet meer.')
  if (present.revision !== seen.revision) throw changedSince()
  judge?.(await wishAt(transaction, seen.address_id))
  const row = { ...present, ...changes, revision: present.revision + 1 }
  await addStep(transaction, actor, at, stepOf(table, row, action, reason))
  await update(transaction, table, row)
  return row
}

/** Ends what runs against what the resident wishes now; in the transaction that records the wish. */
export async function endAgainstWish(
  transaction: Transaction<Tables>,
  wish: WishRow,
  actor: Actor,
  at: string,
): Promise<void> {
  const reason = 'De wens van de bewoner is veranderd.'
  const ended = async <Table extends AgreementTable>(
    table: Table,
    row: AgreementRow<Table>,
    state: InspectionState | PlanState,
  ) => {
    const changed = { ...row, state, revision: row.revision + 1, ended_reason: reason, ended_at: at }
    await addStep(transaction, actor, at, stepOf(table, changed, 'END_BY_WISH', reason))
    await update(transaction, table, changed)
  }
  for (const row of await openAt(transaction, 'joint_inspection', wish.address_id))
    if (againstInspectionWish(row, wish) !== null) await ended('joint_inspection', row, 'DECLINED')
  for (const row of await openAt(transaction, 'integral_plan', wish.address_id))
    if (againstPlanWish(wish) !== null)
      await ended('integral_plan', row, row.state === 'AGREED' ? 'STOPPED' : 'DECLINED')
}

/**
 * What two agencies agreed on with a former owner: the new one is asked about the joint inspection anew, and has not wished an
 * integral plan (Tijdelijke wet Groningen art. 2a(2)) until they say so. Call it once the former wish has ended.
 * @param until the first day of which the new owner's yes is.
 */
export async function askNewOwner(
  transaction: Transaction<Tables>,
  addressId: string,
  { actor, at, until, reason }: NewOwner,
): Promise<void> {
  const change = async <Table extends AgreementTable>(
    table: Table,
    row: AgreementRow<Table>,
    changes: Partial<AgreementRow<Table>>,
  ) => {
    const changed = { ...row, ...changes, revision: row.revision + 1 }
    await addStep(transaction, actor, at, stepOf(table, changed, 'NEW_OWNER', reason))
    await update(transaction, table, changed)
  }
  const none = { resident_agreed_on: null, resident_channel: null, resident_evidence: null }
  for (const row of await openAt(transaction, 'joint_inspection', addressId))
    if (row.resident_agreed_on !== null && row.resident_agreed_on < until)
      await change('joint_inspection', row, { ...none, state: 'ACCEPTED' })
  if (againstPlanWish(await wishAt(transaction, addressId)) === null) return
  for (const row of await openAt(transaction, 'integral_plan', addressId))
    await change('integral_plan', row, {
      state: row.state === 'AGREED' ? 'STOPPED' : 'DECLINED',
      ended_reason: reason,
      ended_at: at,
    })
}

type NewOwner = {
  readonly actor: Actor
  readonly at: string
  readonly until: string
  readonly reason: string
}

async function openAt<Table extends AgreementTable>(
  transaction: Transaction<Tables>,
  table: Table,
  addressId: string,
): Promise<readonly AgreementRow<Table>[]> {
  const { rows } = await sql<AgreementRow<Table>>`
    select * from ${sql.table(table)} where address_id = ${addressId} and ended_at is null`.execute(
    transaction,
  )
  return rows
}

/** What the present owner wishes; `null` as long as they were not asked. */
export async function wishAt(transaction: Transaction<Tables>, addressId: string): Promise<WishRow | null> {
  const wish = await transaction
    .selectFrom('wish')
    .selectAll()
    .where('address_id', '=', addressId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return wish ?? null
}

const stepOf = (
  table: AgreementTable,
  {
    address_id,
    id,
    revision,
    state,
  }: Pick<JointInspectionRow, 'address_id' | 'id' | 'revision'> & {
    readonly state: string
  },
  action: string,
  reason: string | null,
) => ({ address_id, kind: KIND[table], subject_id: id, revision, action, state, reason, content: null })

type Stored = Pick<JointInspectionRow, 'id'>

async function insert(transaction: Transaction<Tables>, table: AgreementTable, row: Stored): Promise<void> {
  const { columns, values } = populated(table, row)
  await sql`insert into ${sql.table(table)} (${columns}) ${values}`.execute(transaction)
}

async function update(transaction: Transaction<Tables>, table: AgreementTable, row: Stored): Promise<void> {
  const { columns, values } = populated(table, row)
  await sql`update ${sql.table(table)} set (${columns}) = (${values}) where id = ${row.id}::uuid`.execute(
    transaction,
  )
}

function populated(table: AgreementTable, row: Stored) {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  return {
    columns,
    values: sql`select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::json)`,
  }
}
