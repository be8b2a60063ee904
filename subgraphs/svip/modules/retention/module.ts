import { COMMON } from '../../activities.ts'
import { type SvipModule, term } from '../../module.ts'
import { PRIVACY_OFFICERS } from '../../who.ts'
import { holdStore } from './parts.ts'
import { legalHoldResolvers } from './resolvers.ts'
import { serveHolds } from './serve-holds.ts'

/** Legal holds. */
export const retention: SvipModule = {
  name: 'retention',
  tables: {
    legal_hold: {
      retention: term('LEGAL_HOLDS', 1827, { label: 'Opgeheven bewaarplichten', ended: 'r.lifted_at' }),
      overview: { not: 'is about a procedure of a party; privacy officers read it in legalHolds' },
    },
  },
  resolvers: legalHoldResolvers,
  access: {
    'Query.legalHolds': [PRIVACY_OFFICERS],
    'Query.legalHoldsOfOthers': [{ organisations: ['IMG', 'NCG'], roles: ['privacy_officer'] }],
    'Mutation.placeLegalHold': [PRIVACY_OFFICERS],
    'Mutation.liftLegalHold': [PRIVACY_OFFICERS],
  },
  activities: [COMMON.bewaring],
  serve: (party, here) => serveHolds(party, holdStore(here)),
}
