import { type GraphQLSchema, isAbstractType, isEnumType, isObjectType } from 'graphql'

/** Knows what is `@inaccessible`. Such a value becomes null without an error, so that its existence does not show. */
export type Hidden = {
  /** Whether an object of an abstract type that clients see has a concrete type that they do not. */
  isType(of: string, name: unknown): boolean
  /** Whether an enum value is hidden from clients. */
  isValue(enumName: string, value: unknown): boolean
}

/** Compares the clients' schema with the whole supergraph. */
export function createHidden(schema: GraphQLSchema, fullSchema: GraphQLSchema): Hidden {
  return {
    isType(of, name) {
      if (typeof name !== 'string' || schema.getType(name)) return false
      const type = fullSchema.getType(of)
      const member = fullSchema.getType(name)
      return isAbstractType(type) && isObjectType(member) && fullSchema.isSubType(type, member)
    },
    isValue(enumName, value) {
      const type = fullSchema.getType(enumName)
      return isEnumType(type) && type.getValues().some(({ name }) => name === value)
    },
  }
}
