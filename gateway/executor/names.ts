import type { FieldNode, GraphQLSchema } from 'graphql'

/**
 * What the client asks for goes through the plan under names of our own, so that no alias can touch a key, a grant or a required
 * field: those keep the plain name of the field, and nothing of the client's that could differ from it has one.
 */

/** Begins the internal name of everything of the client that is not simply a field without arguments. */
export const CLIENT_PREFIX = '_r_'
/** Begins the name of a field that somebody requires with arguments (`required-arguments.ts`). */
export const REQUIRED_PREFIX = '_q_'

/** The internal names in the operations of one schema. */
export type Names = {
  /** The name under which a field of the client travels. */
  ofField(field: FieldNode): string
}

/** Knows which fields can have arguments: those never travel under their plain name, for a requirement may ask them otherwise. */
export function createNames(schema: GraphQLSchema): Names {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.values(type.getFields()) : [],
  )
  for (const { name } of fields)
    if (name.startsWith(CLIENT_PREFIX) || name.startsWith(REQUIRED_PREFIX))
      throw new Error(`the name ${name} is taken by the gateway; call this field otherwise`)
  const withArguments = new Set(
    fields.flatMap((field) => ('args' in field && field.args.length > 0 ? [field.name] : [])),
  )

  return {
    ofField({ name: { value: name }, alias }) {
      if (name === '__typename') return name
      const plain = (alias === undefined || alias.value === name) && !withArguments.has(name)
      return plain ? name : CLIENT_PREFIX + (alias?.value ?? name)
    },
  }
}

/** The name under which a variable travels: a plan has one of its own for entities, and that name is taken. */
export const internalVariable = (name: string): string =>
  name === 'representations' || name.startsWith(CLIENT_PREFIX) ? CLIENT_PREFIX + name : name

/** The name the client knows a variable of a plan by. */
export const clientVariable = (internal: string): string =>
  internal.startsWith(CLIENT_PREFIX) ? internal.slice(CLIENT_PREFIX.length) : internal
