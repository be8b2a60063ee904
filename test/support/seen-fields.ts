import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** A field in an answer with a value; `path` has the names of the fields to it, including its own. */
export type SeenField = {
  readonly type: string
  readonly field: string
  readonly path: readonly string[]
  readonly value: unknown
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of an answer that are not null, by their schema names. */
export function seenFields(schema: GraphQLSchema, document: DocumentNode, data: unknown): SeenField[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const seen: SeenField[] = []
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)

  function walk(value: unknown, set: SelectionSetNode, type: string, path: readonly string[]): void {
    if (Array.isArray(value)) for (const item of value) walk(item, set, type, path)
    if (!isObject(value)) return
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        // All types here are object types, so a fragment always applies.
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
        if (inner) walk(value, inner.selectionSet, type, path)
        continue
      }
      const field = selection.name.value
      const answer = value[selection.alias?.value ?? field]
      if (answer === null || answer === undefined) continue
      const fieldPath = [...path, field]
      seen.push({ type, field, path: fieldPath, value: answer })
      const parent = schema.getType(type)
      const definition = parent && 'getFields' in parent ? parent.getFields()[field] : undefined
      const inner = definition && getNamedType(definition.type)
      if (selection.selectionSet && isCompositeType(inner))
        walk(answer, selection.selectionSet, inner.name, fieldPath)
    }
  }

  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(data, definition.selectionSet, 'Query', [])
  return seen
}
