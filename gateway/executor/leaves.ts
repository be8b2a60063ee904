import { type GraphQLSchema, isEnumType } from 'graphql'

/** Returns the test whether a value fits a scalar or enum; a custom scalar accepts any value. */
export function leafTest(type: unknown, schema: GraphQLSchema): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name))
    return (value) => typeof value === 'string' && names.has(value)
  }
  switch (type) {
    case schema.getType('Int'):
      return (value) => Number.isInteger(value) && Number(value) === (Number(value) | 0)
    case schema.getType('Float'):
      return (value) => typeof value === 'number'
    case schema.getType('Boolean'):
      return (value) => typeof value === 'boolean'
    case schema.getType('String'):
      return (value) => typeof value === 'string'
    case schema.getType('ID'):
      return (value) => typeof value === 'string' || Number.isInteger(value)
    default:
      return () => true
  }
}
