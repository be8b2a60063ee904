import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import { type Json, own } from './values.ts'

/** What the supergraph says about the types that objects claim to have. */
export type Types = {
  /** Whether an object is of a type, or of one of its members; `unknown` is the result for an object without `__typename`. */
  isOfType(object: Json, type: string, unknown: boolean): boolean
  /**
   * The more specific of an entity's known type and the type that a subgraph returned, which may be only an interface. `null` when they
   * contradict each other: then the subgraph returned another entity.
   */
  agree(known: unknown, answered: unknown): unknown
}

/** Reads the types from the supergraph, including those hidden from clients. */
export function createTypes(schema: GraphQLSchema): Types {
  return {
    isOfType(object, typeName, unknown) {
      const name = own(object, '__typename')
      if (typeof name !== 'string') return unknown
      if (name === typeName) return true
      const type = schema.getType(name)
      const condition = schema.getType(typeName)
      return (
        isAbstractType(condition) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(condition, type)
      )
    },
    agree(known, answered) {
      if (answered === undefined || answered === null || known === answered) return known
      if (typeof answered !== 'string') return null
      if (typeof known !== 'string') return answered
      if (!isObjectType(schema.getType(known))) return answered
      return isObjectType(schema.getType(answered)) ? null : known
    },
  }
}
