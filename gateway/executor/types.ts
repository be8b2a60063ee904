import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import { type Json, own } from './values.ts'

/** What a supergraph knows of the types that objects say they have. */
export type Types = {
  /** Whether an object is of a type, or of one of its members; `unknown` answers for an object that does not name its type. */
  isOfType(object: Json, type: string, unknown: boolean): boolean
  /**
   * The more exact of what is known of an entity's type and what a subgraph says of it, which may know it by an interface only.
   * `null` when they contradict: that is another entity than the one that was asked for.
   */
  agree(known: unknown, answered: unknown): unknown
}

/** Reads the types from the supergraph, those that clients do not see included. */
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
