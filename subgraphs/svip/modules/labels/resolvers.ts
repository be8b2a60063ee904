import { badInput } from '../../../../kernel/errors.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { labelsByEnum } from './labels.ts'

export const labelResolvers = {
  Query: {
    labels: (_root, { enums }) => {
      const known = labelsByEnum()
      return [...new Set(enums ?? known.keys())].map((name) => {
        const labels = known.get(name)
        if (!labels)
          throw badInput('In enums staat een naam die er niet is. Laat enums weg om alle namen te zien.')
        return labels
      })
    },
  },
} satisfies Resolvers
