import type { FieldNode, GraphQLSchema } from 'graphql'

/**
 * The client's fields go through the plan under internal names, so that no alias can touch a key, a grant or a required field. Those keep
 * the plain name of the field; a client's field keeps it only when it has no alias and can have no arguments.
 */

/** The prefix of the internal names of a client's fields that have an alias or can have arguments, and of clashing variables. */
export const CLIENT_PREFIX = '_r_'
/** The prefix of the name of a field that a `@requires` asks with arguments (`required-arguments.ts`). */
export const REQUIRED_PREFIX = '_q_'

/** The internal names of one schema. */
export type Names = {
  /** The internal name of a client's field. */
  ofField(field: FieldNode): string
}

/** Fields that can have arguments never keep their plain name: a `@requires` may ask them with other arguments. */
export function createNames(schema: GraphQLSchema): Names {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.values(type.getFields()) : [],
  )
  for (const { name } of fields)
    if (name.startsWith(CLIENT_PREFIX) || name.startsWith(REQUIRED_PREFIX))
      throw new Error(`the name ${name} is reserved by the gateway; rename this field`)
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

/** The internal name of a variable: a plan has one of its own for entities, whose name is taken. */
export const internalVariable = (name: string): string =>
  name === 'representations' || name.startsWith(CLIENT_PREFIX) ? CLIENT_PREFIX + name : name

/** The client's name of a variable in a plan. */
export const clientVariable = (internal: string): string =>
  internal.startsWith(CLIENT_PREFIX) ? internal.slice(CLIENT_PREFIX.length) : internal
