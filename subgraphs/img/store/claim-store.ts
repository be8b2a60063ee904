import type { Kysely } from 'kysely'
import { createFileStore, type FileStore } from '../../../kernel/owner/file-store.ts'
import type { FileTable, OwnerTables } from '../../../kernel/owner/file-table.ts'
import { createRegisterState } from '../../../kernel/owner/register-state.ts'
import { type DamageClaim, type DamagePhase, toEvent, toNotices } from '../claim.ts'

export type ClaimFilter = {
  readonly addressId?: string | null
  readonly phase?: DamagePhase | null
  readonly open?: boolean | null
  readonly handlerEmail?: string | null
}

export type ClaimStore = FileStore<DamageClaim, ClaimFilter>

const claims: FileTable<DamageClaim, ClaimFilter> = {
  name: 'damage_claim',
  startedOn: 'registered_at',
  endedOn: 'closed_at',
  matching: ({ addressId, phase, handlerEmail }) => ({
    address_id: addressId,
    phase,
    handler_email: handlerEmail,
  }),
  notImported: ['structural_found_on', 'structural_description', 'ownership_changed_on'],
  toEvent,
  removedType: 'nl.img.damage-claim.removed',
  toNotices,
  messages: {
    unknown: 'Deze schademelding bestaat niet.',
    changedSince:
      'Iemand anders heeft deze schademelding intussen gewijzigd. Haal haar opnieuw op en probeer het nog eens.',
    referenceTaken: 'Dit zaaknummer is al in gebruik. Kies een ander (reference).',
    addressTaken: null,
  },
}

/** Damage claims in the database. */
export const createClaimStore = (db: Kysely<OwnerTables>, now?: () => Date): ClaimStore =>
  createFileStore(db, claims, now)

/** What the register should say of them. */
export const createClaimRegister = (db: Kysely<OwnerTables>) => createRegisterState(db, claims)
