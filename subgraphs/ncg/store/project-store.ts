import type { Kysely } from 'kysely'
import { createFileStore, type FileStore } from '../../agency/file-store.ts'
import type { FileTable, OwnerTables } from '../../agency/file-table.ts'
import { createRegisterState } from '../../agency/register-state.ts'
import { type StrengtheningProject, toEvent, toNotices } from '../project.ts'
import type { StrengtheningProjectFilter } from '../schema.generated.ts'

export type ProjectStore = FileStore<StrengtheningProject, StrengtheningProjectFilter>

const projects: FileTable<StrengtheningProject, StrengtheningProjectFilter> = {
  name: 'strengthening_project',
  startedOn: 'started_at',
  endedOn: 'completed_at',
  since: { column: 'status_since', state: 'status' },
  matching: ({ addressId, status, programme, handlerEmail }) => ({
    address_id: addressId,
    status,
    programme,
    handler_email: handlerEmail,
  }),
  notImported: ['found_damage', 'ownership_changed_on'],
  toEvent,
  removedType: 'nl.ncg.strengthening-project.removed',
  toNotices,
  messages: {
    unknown: 'Dit versterkingsproject bestaat niet.',
    changedSince:
      'Iemand anders heeft dit versterkingsproject intussen gewijzigd. Haal het opnieuw op en probeer het nog eens.',
    referenceTaken: 'Dit dossiernummer is al in gebruik. Kies een ander (reference).',
    addressTaken: 'Op dit adres is al een versterkingsproject; per adres is er één.',
  },
}

/** The store of strengthening projects. */
export const createProjectStore = (db: Kysely<OwnerTables>, now?: () => Date): ProjectStore =>
  createFileStore(db, projects, now)

/** What the register should have of the projects. */
export const createProjectRegister = (db: Kysely<OwnerTables>) => createRegisterState(db, projects)
