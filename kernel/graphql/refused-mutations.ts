import type { GraphQLSchema } from 'graphql'
import { AppError, type ErrorCode } from '../errors.ts'

/** What puts refusals on record, one per request. */
export type RefusalRecord = {
  /** Puts a refused attempt on record. */
  refused(what: string): Promise<void>
  /** How many refusals this request has put on record so far. */
  refusals(): number
}

const REFUSALS: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN'])

/**
 * Puts every mutation that a rule refuses on record before the refusal leaves, unless the mutation did so itself: under its own
 * name, and with no line that says that something changed. Other failures pass unchanged.
 */
export function recordRefusedMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    // A schema that is built only to be read has no resolvers, so nothing of it can be refused.
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
