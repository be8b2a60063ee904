import { type Kysely, sql, type Transaction } from 'kysely'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { findRow, insertRows, updateRow } from '../../casework/rows.ts'
import { writeStep } from '../../casework/step.ts'
import { full, MAXIMA } from '../../store/maxima.ts'
import type { Tables, WishRow } from '../../store/tables.ts'
import { type Actor, addStep, holdFile } from './steps.ts'
import type { InspectionState, JointInspectionRow, PlanState } from './tables.ts'
import { againstInspectionWish, againstPlanWish } from './together.ts'

/** The agreements between two agencies in the database: joint inspections and integral plans. */

export type AgreementTable = 'joint_inspection' | 'integral_plan'
export type AgreementRow<Table extends AgreementTable> = Tables[Table]

const KIND = { joint_inspection: 'JOINT_INSPECTION', integral_plan: 'INTEGRAL_PLAN' } as const
const NAMES = { joint_inspection: 'gezamenlijke opname', integral_plan: 'integraal plan' } as const

export const changedSince = (): AppError =>
  new AppError('CONFLICT', 'Dit is intussen gewijzigd. Haal het opnieuw op en kijk of uw stap nog nodig is.')

/**
 * Checks that the address has room for another proposal.
 * @throws {AppError} `CONFLICT` when one of this kind is open, `BAD_USER_INPUT` when the address has the maximum.
 */
export function assertProposable(
  table: AgreementTable,
  present: readonly Pick<JointInspectionRow, 'ended_at'>[],
): void {
  if (present.some(({ ended_at }) => ended_at === null))
    throw new AppError(
      'CONFLICT',
      `Er loopt bij dit adres al een voorstel voor een ${NAMES[table]}. Rond dat eerst af of trek het in.`,
    )
  const max = table === 'joint_inspection' ? MAXIMA.jointInspections : MAXIMA.integralPlans
  if (present.length >= max)
    throw full(
      max,
      `voorstellen voor een ${NAMES[table]} bij een adres. Overleg met de andere organisatie, of meld het bij het SVIP.`,
    )
}

/** The changes of a step; `judge` runs in the transaction, and throws when the resident's current wish is against the step. */
export type Change<Table extends AgreementTable> = {
  readonly action: string
  readonly actor: Actor
  readonly reason: string | null
  readonly changes: Partial<AgreementRow<Table>>
  readonly judge?: (wish: WishRow | null) => void
}

/** @throws {AppError} as `assertProposable` and `judge`. */
export async function storeProposal<Table extends AgreementTable>(
  transaction: Transaction<Tables>,
  table: Table,
  row: AgreementRow<Table>,
  { actor, judge }: Pick<Change<Table>, 'actor' | 'judge'>,
): Promise<void> {
  await holdFile(transaction, row.address_id)
  judge?.(await wishAt(transaction, row.address_id))
  const { rows: present } = await sql<Pick<JointInspectionRow, 'ended_at'>>`
    select ended_at from ${sql.table(table)} where address_id = ${row.address_id}`.execute(transaction)
  assertProposable(table, present)
  await addStep(transaction, actor, row.proposed_at, stepOf(table, row, 'PROPOSE', null))
  await insertRows(transaction, table, [row])
}

/** @throws {AppError} `BAD_USER_INPUT` when the row does not exist, `CONFLICT` when it has changed since, and as `judge`. */
export const storeStep = <Table extends AgreementTable>(
  db: Kysely<Tables>,
  table: Table,
  { id, address_id, revision }: AgreementRow<Table>,
  { action, actor, reason, changes, judge }: Change<Table>,
  at: string,
): Promise<AgreementRow<Table>> =>
  writeStep<AgreementRow<Table>>(db, revision, {
    hold: async (transaction) => {
      await holdFile(transaction, address_id)
      return await findRow(transaction, table, id, { lock: true })
    },
    gone: () => badInput('Dit bestaat niet meer.'),
    changedSince,
    change: async (transaction) => {
      judge?.(await wishAt(transaction, address_id))
      return changes
    },
    write: async (transaction, row) => {
      await addStep(transaction, actor, at, stepOf(table, row, action, reason))
      await updateRow(transaction, table, row)
    },
  })

/** Ends the open agreements that are against the resident's new wish, in the transaction that records the wish. */
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
    await updateRow(transaction, table, changed)
  }
  for (const row of await openAt(transaction, 'joint_inspection', wish.address_id))
    if (againstInspectionWish(row, wish) !== null) await ended('joint_inspection', row, 'DECLINED')
  for (const row of await openAt(transaction, 'integral_plan', wish.address_id))
    if (againstPlanWish(wish) !== null)
      await ended('integral_plan', row, row.state === 'AGREED' ? 'STOPPED' : 'DECLINED')
}

/**
 * After a change of owner, the agreement of the former owner no longer counts: the new owner is asked again about an open joint inspection,
 * and an integral plan ends, because the new owner has not wished one (Tijdelijke wet Groningen art. 2a(2)). Call it after the former wish
 * has ended.
 * @param until the first day on which the agreement is that of the new owner.
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
    await updateRow(transaction, table, changed)
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

/** The wish of the present owner; `null` when they have not been asked. */
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
