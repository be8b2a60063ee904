import { afterTracks, type SvipModule, term } from '../../module.ts'
import { PRIVACY_OFFICERS, SIGNAL_HANDLERS, STAFF } from '../../who.ts'
import { signalActivity } from './activity.ts'
import { signalsSection } from './overview-section.ts'
import { signalRules } from './parts.ts'
import { signalResolvers } from './resolvers.ts'
import { signalSettings } from './settings.ts'
import { signalConsequence } from './signal-store.ts'

/** Signals from one agency to another or to a municipality, and their follow-up. */
export const signals: SvipModule = {
  name: 'signals',
  tables: {
    signal: {
      retention: term('SIGNALS', 1827, {
        label: 'Signalen',
        ended: `coalesce(r.ended_at, ${afterTracks('r.created_at')})`,
      }),
      overview: 'signals',
    },
    signal_step: { retention: { with: 'signal' }, overview: 'signals' },
    signal_statistic: {
      retention: { not: 'counts by the month, of no address' },
      overview: { not: 'holds nothing of an address' },
    },
  },
  resolvers: signalResolvers,
  access: {
    'Address.signals': STAFF,
    'Query.signal': [...SIGNAL_HANDLERS, PRIVACY_OFFICERS],
    'Query.signals': [...SIGNAL_HANDLERS, PRIVACY_OFFICERS],
    'Mutation.acknowledgeSignal': SIGNAL_HANDLERS,
    'Mutation.assignSignal': SIGNAL_HANDLERS,
    'Mutation.actOnSignal': SIGNAL_HANDLERS,
    'Mutation.closeSignal': SIGNAL_HANDLERS,
    'Mutation.markSignalNotOpportune': SIGNAL_HANDLERS,
  },
  activities: [signalActivity],
  sections: [signalsSection],
  settings: signalSettings,
  consequences: [{ order: 3, follow: (here) => signalConsequence(signalRules(here)) }],
}
