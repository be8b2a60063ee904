import { GraphQLError, getNamedType, isEnumType, type ValidationRule } from 'graphql'
import { namesOf } from './check-value.ts'

/** Says which values an enum has where a document names one that it does not have; graphql-js says only that it is none of them. */
export const nameEnumValues: ValidationRule = (context) => ({
  EnumValue(node) {
    const type = getNamedType(context.getInputType())
    if (!isEnumType(type) || type.getValue(node.value)) return
    const message = `Kies een ${type.name} uit ${namesOf(type)}.`
    context.reportError(new GraphQLError(message, { nodes: node }))
  },
})
