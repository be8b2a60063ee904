import type { GraphQLSchema } from 'graphql'
import { AppError, type ErrorCode } from '../errors.ts'

/** Records the refusals of one request. */
export type RefusalRecord = {
  /** Puts a refused attempt on record. */
  refused(what: string): Promise<void>
  /** The number of refusals that this request has put on record so far. */
  refusals(): number
}

const REFUSALS: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN'])

/**
 * Puts every refused mutation on record before the refusal is sent, under the name of the mutation and without a line about a change,
 * unless the mutation did so itself. Other failures pass unchanged.
 */
export function recordRefusedMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    // A schema that is built for tools has no resolvers.
    if (!resolve) continue
    field.resolve = async (root, args, context: RefusalRecord, info) => {
      const before = context.refusals()
      try {
        return (await resolve(root, args, context, info)) as unknown
      } catch (error) {
        if (error instanceof AppError && REFUSALS.has(error.code) && context.refusals() === before)
          await context.refused(field.name)
        throw error
      }
    }
  }
}
