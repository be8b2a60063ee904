import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Hold } from '../../../../kernel/records/retention/holds.ts'
import type { Caller, Organisation, Owner } from '../../../../kernel/vocabulary.ts'
import type { Tables } from '../../store/tables.ts'
import type { LegalHoldRow } from './tables.ts'

export type HoldStore = ReturnType<typeof createHoldStore>

export type HoldFilter = {
  readonly addressId: string | null
  /** Of one organisation; `null` for all. */
  readonly organisation: Organisation | null
  /** `null` for all, including lifted holds. */
  readonly active: boolean | null
}

export const MAX_HOLDS = 200

/** The store of legal holds. A lifted hold stays as the record of why data were kept. */
export function createHoldStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    async place(addressId: string, reason: string, by: Caller): Promise<LegalHoldRow> {
      return await db
        .insertInto('legal_hold')
        .values({
          id: randomUUID(),
          address_id: addressId,
          organisation: by.organisation,
          reason,
          placed_by: by.subject,
          placed_at: now().toISOString(),
          lifted_by: null,
          lifted_at: null,
          lift_reason: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
    },

    async find(id: string): Promise<LegalHoldRow | null> {
      const row = await db.selectFrom('legal_hold').selectAll().where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    /** Lifts a hold; `null` when it was already lifted. */
    async lift(id: string, reason: string, by: Caller): Promise<LegalHoldRow | null> {
      const row = await db
        .updateTable('legal_hold')
        .set({ lifted_by: by.subject, lifted_at: now().toISOString(), lift_reason: reason })
        .where('id', '=', id)
        .where('lifted_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** The matching holds, newest first; at most `MAX_HOLDS`. */
    async list({ addressId, organisation, active }: HoldFilter): Promise<readonly LegalHoldRow[]> {
      let query = db.selectFrom('legal_hold').selectAll()
      if (addressId !== null) query = query.where('address_id', '=', addressId)
      if (organisation !== null) query = query.where('organisation', '=', organisation)
      if (active !== null) query = query.where('lifted_at', active ? 'is' : 'is not', null)
      return await query.orderBy('placed_at', 'desc').orderBy('id').limit(MAX_HOLDS).execute()
    },

    /** The holds in force, with what the agencies may know of them, in order of address. */
    async inForce(): Promise<readonly Hold[]> {
      return await db
        .selectFrom('legal_hold')
        .select(['address_id as addressId', 'organisation', 'placed_at as placedAt'])
        .where('lifted_at', 'is', null)
        .orderBy('address_id')
        .orderBy('placed_at')
        .orderBy('id')
        .execute()
    },

    /**
     * The holds in force of other organisations at addresses where this agency has an open or closed track, and so may not erase its data;
     * newest first, at most `MAX_HOLDS`.
     */
    async ofOthers(agency: Owner, addressId: string | null): Promise<readonly Hold[]> {
      let query = db
        .selectFrom('legal_hold as h')
        .select(['h.address_id as addressId', 'h.organisation', 'h.placed_at as placedAt'])
        .where('h.lifted_at', 'is', null)
        .where('h.organisation', '<>', agency)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('register_track as t')
              .select('t.reference')
              .whereRef('t.address_id', '=', 'h.address_id')
              .where('t.owner', '=', agency),
          ),
        )
      if (addressId !== null) query = query.where('h.address_id', '=', addressId)
      return await query.orderBy('h.placed_at', 'desc').orderBy('h.id').limit(MAX_HOLDS).execute()
    },
  }
}
