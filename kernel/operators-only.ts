import type { FastifyRequest } from 'fastify'
import { forbidden } from './errors.ts'
import type { Party } from './party.ts'
import { isOperator } from './vocabulary.ts'

/**
 * A hook that lets in the operator's service identity alone, before the body is read: a stranger's is not looked at. Anybody else is
 * `FORBIDDEN`, on record under this name.
 */
export const operatorsOnly =
  (recordRefusal: Party<never>['recordRefusal'], what: string) =>
  async (request: FastifyRequest): Promise<void> => {
    if (request.caller && isOperator(request.caller)) return
    await recordRefusal(request, what)
    throw forbidden()
  }
