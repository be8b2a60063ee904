import { type DocumentNode, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql'
import { argumentAt, isList, namedType, readBounds } from './bounds.ts'

/**
 * Finds the lists whose length the cost limit cannot know, as `Type.field`: they have no `@listSize(assumedSize:)`, and are not the `nodes`
 * or `edges` of a connection with a bounded `first`. A list of enum values costs nothing and needs no size.
 */
export function unsized(document: DocumentNode): readonly string[] {
  const bounds = readBounds(document)
  const types = document.definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  )
  const enums = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  )
  const pages = new Set(
    types
      .filter(({ fields = [] }) => fields.some(({ name }) => name.value === 'pageInfo'))
      .map(({ name }) => name.value),
  )

  const isSized = (
    type: string,
    { name: { value: name }, type: returned, directives }: FieldDefinitionNode,
  ) => {
    if (pages.has(namedType(returned)))
      return bounds.get(argumentAt(type, name, 'first'))?.range !== undefined
    if (!isList(returned) || enums.has(namedType(returned))) return true
    if (pages.has(type) && (name === 'nodes' || name === 'edges')) return true
    return directives?.some(
      (directive) =>
        directive.name.value === 'listSize' &&
        directive.arguments?.some((argument) => argument.name.value === 'assumedSize'),
    )
  }
  return types.flatMap(({ name: { value: type }, fields = [] }) =>
    fields.filter((field) => !isSized(type, field)).map((field) => `${type}.${field.name.value}`),
  )
}
