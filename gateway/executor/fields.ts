import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql'
import type { Hidden } from './hidden.ts'
import type { Names } from './names.ts'
import { fragmentOf, type IsTrue, isIncluded } from './selections.ts'

/** What the shape of an answer is compiled from. */
export type ShapeOptions = {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly names: Names
  readonly hidden: Hidden
  readonly isTrue: IsTrue
}

/** A field of an answer, with all the nodes of the operation that select it. */
export type Field = { readonly responseName: string; readonly nodes: FieldNode[] }

/** The fields of an object of a type in the answer, in the order of the operation. */
export function fieldsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  options: ShapeOptions,
  into = new Map<string, Field>(),
  // Each fragment is visited once, or fragments that spread each other twice would take exponential time.
  visited = new Set<string>(),
): Map<string, Field> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (!isIncluded(selection, options.isTrue)) continue
    if (selection.kind === Kind.FIELD) {
      const responseName = selection.alias?.value ?? selection.name.value
      const field = into.get(responseName)
      if (field) field.nodes.push(selection)
      else into.set(responseName, { responseName, nodes: [selection] })
      continue
    }
    const fragment = fragmentOf(selection, options.fragments, visited)
    if (!fragment) continue
    const condition = fragment.typeCondition && typeFromAST(options.schema, fragment.typeCondition)
    if (!condition || applies(condition, type, options.schema))
      fieldsOf([fragment.selectionSet], type, options, into, visited)
  }
  return into
}

/** Whether a fragment with this type condition applies to objects of the type. */
export function applies(condition: unknown, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === type) return true
  return (
    isAbstractType(condition) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(condition, type)
  )
}
