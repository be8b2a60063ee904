import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import { type Json, own } from './values.ts'

/** Whether an object is of a type, or of one of its members; `unknown` answers for an object that does not name its type. */
export type TypeTest = (object: Json, type: string, unknown: boolean) => boolean

export function createTypeTest(schema: GraphQLSchema): TypeTest {
  return (object, typeName, unknown) => {
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
  }
}
