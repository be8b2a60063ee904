import { createImporter, serveImport } from '../../../../kernel/import.ts'
import { afterTracks, type SvipModule, term } from '../../module.ts'
import { AGENCY_STAFF, PARTNERS, PRIVACY_OFFICERS, RESIDENT_DESK } from '../../who.ts'
import { addressStore } from '../addresses/parts.ts'
import { consentActivity } from './activity.ts'
import { consentResolvers } from './consent-resolvers.ts'
import { consentRow, importConsents } from './import.ts'
import { objectionResolvers } from './objection-resolvers.ts'
import { consentsSection, objectionsSection, wishesSection } from './overview-section.ts'
import { endFormerOwners } from './ownership.ts'
import { consentStore } from './parts.ts'

/** A statement may have ended long before its last revision was recorded: the later moment counts. */
const statement = (table: string, label: string, ended: string) =>
  term('STATEMENTS', 1827, {
    label,
    ended: `case when (${ended}) is not null then greatest(${ended},
    (select max(v.recorded_at) from statement_revision v where v.kind = '${table}' and v.id = r.id)) end`,
    eraseFunction: 'statement_erase',
  })

/** Consents, refusals, wishes and objections of residents. */
export const consent: SvipModule = {
  name: 'consent',
  tables: {
    consent: {
      retention: statement(
        'consent',
        'Toestemmingen',
        // A refusal stays relevant while the address has open files.
        `case when r.state = 'REFUSED' then ${afterTracks('r.recorded_at')} else coalesce(r.withdrawn_at, r.valid_until) end`,
      ),
      overview: 'consents',
    },
    wish: { retention: statement('wish', 'Wensen', afterTracks('r.recorded_at')), overview: 'wishes' },
    objection: {
      retention: statement(
        'objection',
        'Bezwaren',
        `case when r.state in ('REJECTED', 'ENDED') then r.recorded_at end`,
      ),
      overview: 'objections',
    },
    // The revisions of all three kinds; the database erases them together with their statement.
    statement_revision: { retention: { with: 'consent' }, overview: 'consents' },
  },
  resolvers: {
    ...consentResolvers,
    Mutation: { ...consentResolvers.Mutation, ...objectionResolvers.Mutation },
    Query: objectionResolvers.Query,
    Address: objectionResolvers.Address,
  },
  access: {
    'Address.consents': [AGENCY_STAFF, PRIVACY_OFFICERS],
    'Address.objections': [AGENCY_STAFF, PRIVACY_OFFICERS],
    'Query.objections': RESIDENT_DESK,
    'Mutation.recordConsent': [AGENCY_STAFF],
    'Mutation.refuseConsent': [AGENCY_STAFF],
    'Mutation.withdrawConsent': [AGENCY_STAFF],
    'Mutation.recordWish': PARTNERS,
    'Mutation.recordObjection': [AGENCY_STAFF, PRIVACY_OFFICERS],
  },
  activities: [consentActivity],
  sections: [consentsSection, wishesSection, objectionsSection],
  // The consents of a former owner end before the other consequences.
  consequences: [{ order: 1, follow: () => endFormerOwners() }],
  serve(party, here) {
    const importer = createImporter(consentRow, (rows) =>
      importConsents(consentStore(here), addressStore(here), rows),
    )
    serveImport(party, 'consents', importer)
  },
}
