import { type SvipModule, term } from '../../module.ts'
import { ANSWERABLE } from '../../who.ts'
import { obligationActivity } from './activity.ts'
import { obligationsSection } from './overview-section.ts'
import { obligationResolvers } from './resolvers.ts'
import { sweepObligations } from './sweep.ts'

/** Obligations of recipients after a refusal, withdrawal or objection. */
export const obligations: SvipModule = {
  name: 'obligations',
  tables: {
    obligation: {
      retention: term('OBLIGATIONS', 1827, { label: 'Opdrachten aan ontvangers', ended: 'r.fulfilled_at' }),
      overview: 'obligations',
    },
    obligation_cause: {
      retention: { not: 'stays for about an hour, until the sweep has looked again' },
      overview: { not: 'says what an obligation or a statement says' },
    },
  },
  resolvers: obligationResolvers,
  access: {
    'Query.obligations': ANSWERABLE,
    'Mutation.fulfilObligation': ANSWERABLE,
  },
  activities: [obligationActivity],
  sections: [obligationsSection],
  housekeeping: ({ db }) => sweepObligations(db, new Date()),
}
