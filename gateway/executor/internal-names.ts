import { type DocumentNode, type FieldNode, Kind, type NameNode, visit } from 'graphql'

/**
 * What the client asks for goes through the plan under names of our own, so that no alias can touch a key, a grant or a required
 * field: those keep the plain name of the field, and nothing of the client's that could differ from it has one.
 */

/** Begins the internal name of everything that is not simply a field without arguments. */
export const PREFIX = '_r_'

/** The name under which a field of the client travels: its own when it can only mean that field, a reserved one otherwise. */
export function internalName({ name, alias, arguments: given }: FieldNode): string {
  if (name.value === '__typename') return name.value
  const plain =
    (alias === undefined || alias.value === name.value) && (given === undefined || given.length === 0)
  return plain ? name.value : `${PREFIX}${alias?.value ?? name.value}`
}

/** The name the client knows an internal name by. */
export const clientName = (internal: string): string =>
  internal.startsWith(PREFIX) ? internal.slice(PREFIX.length) : internal

/** The document with every field under its internal name, for the planner. */
export function withInternalNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field(node) {
      const name = internalName(node)
      const alias: NameNode | undefined =
        name === node.name.value ? undefined : { kind: Kind.NAME, value: name }
      return alias?.value === node.alias?.value ? undefined : { ...node, alias }
    },
  })
}
