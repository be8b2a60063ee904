import type { SvipModule } from '../../module.ts'
import { STAFF } from '../../who.ts'
import { labelsByEnum } from './labels.ts'
import { labelResolvers } from './resolvers.ts'

/** The Dutch names of the values of enums, for screens. */
export const labels: SvipModule = {
  name: 'labels',
  resolvers: labelResolvers,
  access: { 'Query.labels': STAFF },
  serve() {
    // A missing or invalid file stops the start.
    labelsByEnum()
  },
}
