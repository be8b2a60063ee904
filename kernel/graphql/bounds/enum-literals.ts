import { GraphQLError, getNamedType, isEnumType, type ValidationRule } from 'graphql'
import { namesOf } from './check-value.ts'

/** Lists the values of an enum where a document uses an unknown one; graphql-js only reports that the value does not exist. */
export const nameEnumValues: ValidationRule = (context) => ({
  EnumValue(node) {
    const type = getNamedType(context.getInputType())
    if (!isEnumType(type) || type.getValue(node.value)) return
    const message = `Kies een ${type.name} uit ${namesOf(type)}.`
    context.reportError(new GraphQLError(message, { nodes: node }))
  },
})
