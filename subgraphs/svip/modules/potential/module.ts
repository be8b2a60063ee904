import type { SvipModule } from '../../module.ts'
import { matrixSettings } from '../../register/cooperation-groups.ts'
import { STEERING } from '../../who.ts'
import { potentialActivity } from './activity.ts'
import { potentialStore } from './parts.ts'
import { potentialResolvers } from './resolvers.ts'

const COUNTED = {
  retention: { not: 'is counted from the register, and changes with it' },
  overview: { not: 'says nothing that the register does not say' },
}

/** The potential for cooperation: figures, and lists of the addresses behind them. */
export const potential: SvipModule = {
  name: 'potential',
  tables: {
    potential_address: COUNTED,
    potential_area: COUNTED,
    potential_count: COUNTED,
    potential_day: COUNTED,
    potential_left_out: COUNTED,
    potential_move: COUNTED,
    potential_state: COUNTED,
  },
  resolvers: potentialResolvers,
  access: {
    'Query.cooperationPotential': STEERING,
    // `./filter.ts` decides which addresses may be listed for which purpose.
    'Query.cooperationAddresses': [
      { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
      { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
    ],
  },
  activities: [potentialActivity],
  consequences: [{ order: 2, follow: (here) => potentialStore(here).follow }],
  settings: matrixSettings,
  async serve(_party, here) {
    await potentialStore(here).settle()
  },
  housekeeping: (_party, here) => potentialStore(here).settle(),
}
