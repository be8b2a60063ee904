import { type GraphQLSchema, isAbstractType, isEnumType, isObjectType } from 'graphql'

/** Knows what is `@inaccessible`. In the answer its place is empty, and no error tells that something is there. */
export type Hidden = {
  /** Whether an object of a type that clients see is of a member of it that they do not. */
  isType(of: string, name: unknown): boolean
  /** Whether a value of an enum is one that clients do not see. */
  isValue(enumName: string, value: unknown): boolean
}

/** Compares what clients see with the whole supergraph. */
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
