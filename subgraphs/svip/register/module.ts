import { afterTracks, type SvipModule, term } from '../module.ts'
import { registerActivity } from './activity.ts'
import { noticesSection } from './overview-section.ts'

const SAYS_WHAT_IS = { not: 'says what is, not what was' }

/** The thin register of the tracks at each address. */
export const register: SvipModule = {
  name: 'register',
  tables: {
    register_track: { retention: SAYS_WHAT_IS, overview: 'tracks' },
    register_removed: {
      retention: { not: 'names no address; without it a late event would bring back what was removed' },
      overview: { not: 'names no address' },
    },
    register_notice: {
      retention: term('REGISTER_NOTICES', 1827, {
        label: 'Meldingen van IMG en NCG aan het register',
        ended: afterTracks('r.occurred_at'),
      }),
      overview: 'notices',
    },
  },
  activities: [registerActivity],
  sections: [noticesSection],
}
