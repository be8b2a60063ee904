import { type Kysely, sql } from 'kysely'
import { findRow } from '../../casework/rows.ts'
import { MAXIMA } from '../../store/maxima.ts'
import type { Tables } from '../../store/tables.ts'
import type { BuddyLinkRow } from '../requests/tables.ts'
import {
  type AgreementRow,
  type AgreementTable,
  type Change,
  changedSince,
  storeProposal,
  storeStep,
  wishAt,
} from './agreements.ts'
import { type Actor, addStep, holdFile, linkHandlers } from './steps.ts'
import type {
  CooperationRow,
  CooperationStepRow,
  Coordinator,
  IntegralPlanRow,
  JointInspectionRow,
} from './tables.ts'

/** A revision of the resident's wish, without the employee who recorded it. */
export type WishRevision = {
  readonly revision: number
  readonly content: string
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The stored cooperation file of an address. */
export type CooperationFile = {
  readonly address_id: string
  readonly cooperation: CooperationRow | null
  readonly link: BuddyLinkRow | null
  readonly inspections: readonly JointInspectionRow[]
  readonly plans: readonly IntegralPlanRow[]
  readonly steps: readonly CooperationStepRow[]
  readonly wishes: readonly WishRevision[]
}

export type CooperationStore = ReturnType<typeof createCooperationStore>

/** The store of cooperation files: every change commits together with its step in the history. */
export function createCooperationStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /** Reads the files of these addresses in one statement, so that all parts are of the same moment. */
    async filesAt(addressIds: readonly string[]): Promise<ReadonlyMap<string, CooperationFile>> {
      const { rows } = await sql<CooperationFile>`
        select a.id as address_id,
          (select row_to_json(c) from cooperation c where c.address_id = a.id) as cooperation,
          (select row_to_json(b) from buddy_link b where b.address_id = a.id) as link,
          coalesce((select json_agg(j order by j.proposed_at desc, j.id) from joint_inspection j where j.address_id = a.id), '[]') as inspections,
          coalesce((select json_agg(p order by p.proposed_at desc, p.id) from integral_plan p where p.address_id = a.id), '[]') as plans,
          coalesce((select json_agg(s order by s.at, s.revision) from cooperation_step s where s.address_id = a.id), '[]') as steps,
          coalesce((select json_agg(json_build_object('revision', v.revision, 'content', v.content, 'recorded_at', v.recorded_at,
              'recorded_by', split_part(v.recorded_by, ':', 1))
              order by v.revision)
            from (select v.* from wish w join statement_revision v on v.kind = 'wish' and v.id = w.id where w.address_id = a.id
              order by v.revision desc limit ${MAXIMA.wishesShown}) v), '[]') as wishes
        from unnest(${addressIds}::text[]) as a(id)`.execute(db)
      return new Map(rows.map((row) => [row.address_id, row]))
    },

    find: <Table extends AgreementTable>(table: Table, id: string): Promise<AgreementRow<Table> | null> =>
      findRow(db, table, id),

    /** @throws {AppError} as `storeProposal`. */
    async propose<Table extends AgreementTable>(
      table: Table,
      row: AgreementRow<Table>,
      change: Pick<Change<Table>, 'actor' | 'judge'>,
    ): Promise<AgreementRow<Table>> {
      await db.transaction().execute((transaction) => storeProposal(transaction, table, row, change))
      return row
    },

    /** @throws {AppError} as `storeStep`. */
    step: <Table extends AgreementTable>(
      table: Table,
      seen: AgreementRow<Table>,
      change: Change<Table>,
    ): Promise<AgreementRow<Table>> => storeStep(db, table, seen, change, now().toISOString()),

    /** Links two handlers, when the link still has this revision (0 for no link yet). @throws {AppError} `CONFLICT`. */
    async link(
      link: Pick<BuddyLinkRow, 'address_id' | 'img_handler' | 'ncg_handler'>,
      revision: number,
      actor: Actor,
    ): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await holdFile(transaction, link.address_id)
        if (((await linkOf(transaction, link.address_id))?.revision ?? 0) !== revision) throw changedSince()
        await linkHandlers(transaction, { ...link, request_id: null, linked_at: now().toISOString() }, actor)
      })
    },

    /** @throws {AppError} `CONFLICT` when the link has ended or changed. */
    async unlink(addressId: string, revision: number, reason: string, actor: Actor): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await holdFile(transaction, addressId)
        const present = await linkOf(transaction, addressId)
        if (present?.revision !== revision || present.ended_at !== null) throw changedSince()
        const at = now().toISOString()
        await transaction
          .updateTable('buddy_link')
          .set({ revision: revision + 1, ended_at: at })
          .where('address_id', '=', addressId)
          .execute()
        await addStep(transaction, actor, at, {
          ...ofAddress(addressId, 'BUDDY_LINK', revision + 1),
          action: 'UNLINK',
          state: 'ENDED',
          reason,
          content: null,
        })
      })
    },

    /** Sets the single coordinator, or removes it with a reason. @throws {AppError} `CONFLICT`, and as `judge`. */
    async coordinate(
      addressId: string,
      revision: number,
      coordinator: Omit<Coordinator, 'since'> | null,
      { actor, reason, judge }: Pick<Change<'joint_inspection'>, 'actor' | 'reason' | 'judge'>,
    ): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await holdFile(transaction, addressId)
        const file = await transaction
          .selectFrom('cooperation')
          .selectAll()
          .where('address_id', '=', addressId)
          .executeTakeFirst()
        const present = file?.coordinator_revision ?? 0
        if (present !== revision || (coordinator === null && !file?.coordinator)) throw changedSince()
        judge?.(await wishAt(transaction, addressId))
        const at = now().toISOString()
        const set = coordinator && { ...coordinator, since: at }
        await addStep(transaction, actor, at, {
          ...ofAddress(addressId, 'COORDINATOR', revision + 1),
          action: set ? 'SET_COORDINATOR' : 'END_COORDINATOR',
          state: set ? 'SET' : 'ENDED',
          reason,
          content: set && { coordinator: set },
        })
        await sql`update cooperation set coordinator = ${set && JSON.stringify(set)}::json, coordinator_revision = ${revision + 1}
          where address_id = ${addressId}`.execute(transaction)
      })
    },
  }
}

const ofAddress = (address_id: string, kind: 'BUDDY_LINK' | 'COORDINATOR', revision: number) => ({
  address_id,
  kind,
  subject_id: address_id,
  revision,
})

const linkOf = (db: Kysely<Tables>, addressId: string): Promise<BuddyLinkRow | undefined> =>
  db.selectFrom('buddy_link').selectAll().where('address_id', '=', addressId).executeTakeFirst()
