import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from 'graphql'

/** Reads the SDL of a supergraph. */

/** The definitions of a supergraph that have fields. */
export type Types = ReadonlyMap<
  string,
  { readonly fields: ReadonlyMap<string, FieldDefinitionNode>; readonly implemented: readonly string[] }
>

/** Reads the types. */
export function typesOf(document: DocumentNode): Types {
  return new Map(
    document.definitions.flatMap((definition) =>
      'fields' in definition && 'name' in definition && definition.name
        ? [
            [
              definition.name.value,
              {
                implemented: ('interfaces' in definition ? (definition.interfaces ?? []) : []).map(
                  ({ name }) => name.value,
                ),
                fields: new Map(
                  (definition.fields ?? []).flatMap((field) =>
                    field.kind === Kind.FIELD_DEFINITION ? [[field.name.value, field] as const] : [],
                  ),
                ),
              },
            ] as const,
          ]
        : [],
    ),
  )
}

/** The document with unresolvable keys last. */
export function withUsableKeysFirst(document: DocumentNode): DocumentNode {
  const last = (directive: ConstDirectiveNode): number => {
    const resolvable = argumentOf(directive, 'resolvable')
    return resolvable?.kind === Kind.BOOLEAN && !resolvable.value ? 1 : 0
  }
  return visit(document, {
    enter: (node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      node.directives?.some(last)
        ? { ...node, directives: node.directives.toSorted((one, other) => last(one) - last(other)) }
        : undefined,
  })
}

/** The names of the subgraphs, by their value of the enum `join__Graph`. */
export function serviceNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  visit(document, {
    EnumValueDefinition({ name, directives }) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph')
      const service = graph && argumentOf(graph, 'name')
      if (service?.kind === Kind.STRING) names.set(name.value, service.value)
    },
  })
  return names
}

/** An argument of a directive. */
export const argumentOf = (directive: ConstDirectiveNode, name: string) =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value

/** The directive with an argument replaced. */
export const withArgument = (
  directive: ConstDirectiveNode,
  name: string,
  value: string,
): ConstDirectiveNode => ({
  ...directive,
  arguments: (directive.arguments ?? []).map((argument) =>
    argument.name.value === name ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
  ),
})

/** Parses a selection as directives write it. */
export function selectionOf(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a requirement is not a selection set')
  return definition.selectionSet
}

/** The name of a type, without list and non-null wrappers. */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
