import { type SvipModule, term } from '../../module.ts'
import { ACUTE_MEETING, AGENCY_STAFF, IMG_SAFETY } from '../../who.ts'
import { signalRules } from '../signals/parts.ts'
import { acuteActivity } from './activity.ts'
import { followNotices } from './acute-store.ts'
import { acuteCasesSection } from './overview-section.ts'
import { acuteSafeHours, acuteSettings, acuteStore } from './parts.ts'
import { acuteCaseResolvers } from './resolvers.ts'

/** Acutely unsafe situations, from report to aftercare. */
export const acute: SvipModule = {
  name: 'acute',
  tables: {
    acute_case: {
      retention: term('ACUTE_CASES', 1827, { label: 'Acuut onveilige situaties', ended: 'r.closed_at' }),
      overview: 'acuteCases',
    },
    acute_step: { retention: { with: 'acute_case' }, overview: 'acuteCases' },
    acute_agreement: { retention: { with: 'acute_case' }, overview: 'acuteCases' },
  },
  resolvers: acuteCaseResolvers,
  access: {
    'Address.acuteCases': [AGENCY_STAFF, ...ACUTE_MEETING],
    'Query.acuteCase': ACUTE_MEETING,
    'Query.acuteCases': ACUTE_MEETING,
    'Mutation.reportAcuteCase': IMG_SAFETY,
    'Mutation.recordAcuteCaseSafe': IMG_SAFETY,
    'Mutation.nominateAcuteCase': IMG_SAFETY,
    'Mutation.skipAcuteNomination': IMG_SAFETY,
    'Mutation.answerAcuteNomination': [{ organisations: ['NCG'], roles: ['safety_officer', 'svip_officer'] }],
    'Mutation.closeAcuteCase': IMG_SAFETY,
    'Mutation.recordAcuteAgreement': ACUTE_MEETING,
    'Mutation.completeAcuteAgreement': ACUTE_MEETING,
  },
  activities: [acuteActivity],
  settings: acuteSettings,
  sections: [acuteCasesSection],
  consequences: [
    { order: 4, follow: (here) => followNotices(acuteSafeHours(here), signalRules(here).newsDays) },
  ],
  async housekeeping({ metrics }, here) {
    const { waiting, overdue } = await acuteStore(here).countUnsafe()
    metrics.acuteUnsafe.set({ overdue: 'no' }, waiting - overdue)
    metrics.acuteUnsafe.set({ overdue: 'yes' }, overdue)
  },
}
