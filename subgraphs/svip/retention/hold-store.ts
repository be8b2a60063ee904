import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Caller, Organisation } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'
import type { LegalHoldRow } from './tables.ts'

export type HoldStore = ReturnType<typeof createHoldStore>

export type HoldFilter = {
  readonly addressId: string | null
  /** Of one organisation; `null` for all. */
  readonly organisation: Organisation | null
  /** `null` for all, lifted ones included. */
  readonly active: boolean | null
}

export const MAX_HOLDS = 200

/** Legal holds. One that was lifted stays as the record of why something was kept. */
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

    /** Lifts a hold; `null` when it was lifted already. */
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

    /** The holds that match, newest first; at most `MAX_HOLDS`. */
    async list({ addressId, organisation, active }: HoldFilter): Promise<readonly LegalHoldRow[]> {
      let query = db.selectFrom('legal_hold').selectAll()
      if (addressId !== null) query = query.where('address_id', '=', addressId)
      if (organisation !== null) query = query.where('organisation', '=', organisation)
      if (active !== null) query = query.where('lifted_at', active ? 'is' : 'is not', null)
      return await query.orderBy('placed_at', 'desc').orderBy('id').limit(MAX_HOLDS).execute()
    },

    /** The addresses that nothing may be erased about, in order. */
    async heldAddresses(): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('legal_hold')
        .select('address_id')
        .distinct()
        .where('lifted_at', 'is', null)
        .orderBy('address_id')
        .execute()
      return rows.map((row) => row.address_id)
    },
  }
}
