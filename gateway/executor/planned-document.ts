import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { internalVariable, type Names } from './names.ts'
import { type IsTrue, isIncluded, unconditional } from './selections.ts'

type Options = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly names: Names
  readonly isTrue: IsTrue
}

/**
 * The document to plan: everything under its internal name, without skipped and introspection fields. Each combination of `@skip` and
 * `@include` has its own plan, which fetches only what is included; one plan for all of them would leave out an entity when a field that
 * only a skipped field requires is missing.
 */
export function documentToPlan({ document, operation, names, isTrue }: Options): DocumentNode {
  return visit(document, {
    OperationDefinition: {
      enter: (node) => (node === operation ? undefined : null),
      leave: withSelection,
    },
    FragmentDefinition: { leave: withSelection },
    Field: {
      enter(node) {
        if (!isIncluded(node, isTrue) || isAboutSchema(node)) return null
        const name = names.ofField(node)
        const alias = name === node.name.value ? undefined : ({ kind: Kind.NAME, value: name } as const)
        return { ...node, alias, directives: unconditional(node) }
      },
      leave: withSelection,
    },
    FragmentSpread: (node) =>
      isIncluded(node, isTrue) ? { ...node, directives: unconditional(node) } : null,
    InlineFragment: {
      enter: (node) => (isIncluded(node, isTrue) ? { ...node, directives: unconditional(node) } : null),
      leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
    },
    Variable(node) {
      const value = internalVariable(node.name.value)
      return value === node.name.value ? undefined : { ...node, name: { kind: Kind.NAME, value } }
    },
  })
}

/** The fragments of a document, by name. */
export const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )

/** Whether a field is an introspection field, which the gateway itself answers. */
export const isAboutSchema = ({ name: { value } }: FieldNode): boolean =>
  value === '__schema' || value === '__type'

const TYPE_NAME: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
}

/** Selects `__typename` where every field is skipped: the objects themselves must still be in the answer. */
function withSelection<Node extends { readonly selectionSet?: SelectionSetNode | undefined }>(
  node: Node,
): Node | undefined {
  return node.selectionSet?.selections.length === 0 ? { ...node, selectionSet: TYPE_NAME } : undefined
}
