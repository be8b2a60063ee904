import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql'

const ABOUT_THE_SCHEMA = new Set(['__typename', '__schema', '__type'])

/** Whether a document only introspects the schema, so that neither it nor its answer can have personal data. */
export function asksOnlyOfSchema(document: DocumentNode): boolean {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition.selectionSet] as const]
        : [],
    ),
  )
  const seen = new Set<string>()

  const isHarmless = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return ABOUT_THE_SCHEMA.has(selection.name.value)
      if (selection.kind === Kind.INLINE_FRAGMENT) return isHarmless(selection.selectionSet)
      const name = selection.name.value
      if (seen.has(name)) return true
      seen.add(name)
      const inner = fragments.get(name)
      return inner !== undefined && isHarmless(inner)
    })

  return document.definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === 'query' &&
        isHarmless(definition.selectionSet)),
  )
}
