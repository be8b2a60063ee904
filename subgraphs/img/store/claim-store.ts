import type { Kysely } from 'kysely'
import { createFileStore, type FileStore } from '../../agency/file-store.ts'
import type { FileTable, OwnerTables } from '../../agency/file-table.ts'
import { createRegisterState } from '../../agency/register-state.ts'
import { type DamageClaim, PHYSICAL_KINDS, toEvent, toNotices } from '../claim.ts'
import type { DamageClaimFilter, DamageKind } from '../schema.generated.ts'

export type ClaimStore = FileStore<DamageClaim, DamageClaimFilter>

const claims = (physicalKinds: readonly DamageKind[]): FileTable<DamageClaim, DamageClaimFilter> => ({
  name: 'damage_claim',
  startedOn: 'registered_at',
  endedOn: 'closed_at',
  since: { column: 'phase_since', state: 'phase' },
  matching: ({ addressId, phase, handlerEmail }) => ({
    address_id: addressId,
    phase,
    handler_email: handlerEmail,
  }),
  notImported: ['structural_found_on', 'structural_description', 'ownership_changed_on'],
  toEvent: (claim, occurredAt) => toEvent(claim, occurredAt, physicalKinds),
  removedType: 'nl.img.damage-claim.removed',
  toNotices,
  messages: {
    unknown: 'Deze schademelding bestaat niet.',
    changedSince:
      'Iemand anders heeft deze schademelding intussen gewijzigd. Haal haar opnieuw op en probeer het nog eens.',
    referenceTaken: 'Dit zaaknummer is al in gebruik. Kies een ander (reference).',
    addressTaken: null,
  },
})

/** The store of damage claims; their events say whether the kind is one of the physical kinds. */
export const createClaimStore = (
  db: Kysely<OwnerTables>,
  now?: () => Date,
  physicalKinds = PHYSICAL_KINDS,
): ClaimStore => createFileStore(db, claims(physicalKinds), now)

/** What the register should have of the claims. */
export const createClaimRegister = (db: Kysely<OwnerTables>, physicalKinds = PHYSICAL_KINDS) =>
  createRegisterState(db, claims(physicalKinds))
