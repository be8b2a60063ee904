import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, type ValidationRule } from 'graphql'
import { AppError } from '../errors.ts'
import { measure, type OperationSize } from './operation-size.ts'
import { rule } from './shield.ts'

/** Limits on an operation, checked before execution. Each error gives the limit and the actual number. */

export const tooComplex = (message: string): AppError => new AppError('OPERATION_TOO_COMPLEX', message)

/** The maximum size of an operation. */
export type Limits = OperationSize & {
  /** Lexical tokens in a document; the parser stops at the maximum. */
  readonly tokens: number
}

const EXCESSES: readonly (readonly [what: keyof OperationSize, says: string, unit: string])[] = [
  ['depth', 'is te diep genest', 'lagen'],
  ['rootFields', 'heeft te veel velden op het bovenste niveau', 'velden'],
  ['fields', 'heeft te veel velden', 'velden'],
  ['aliases', 'heeft te veel aliassen', 'aliassen'],
  ['directives', 'heeft te veel directives', 'directives'],
]

/** Returns the error for the first limit that a document exceeds; `null` when it exceeds none. */
export function findExcess(document: DocumentNode, limits: Limits): AppError | null {
  const size = measure(document)
  for (const [what, says, unit] of EXCESSES) {
    if (size[what] > limits[what])
      return tooComplex(
        `De vraag ${says}: ${dutchNumber(size[what])} ${unit}, toegestaan is ${dutchNumber(limits[what])}. Splits de vraag.`,
      )
  }
  return null
}

/** The validation rule that refuses a document beyond the limits, together with the errors of other rules. */
export const limitOperation =
  (limits: Limits): ValidationRule =>
  (context) => ({
    Document() {
      const excess = findExcess(context.getDocument(), limits)
      if (excess) context.reportError(excess)
    },
  })

/** A number in Dutch notation; every number above a million is shown as that. */
export const dutchNumber = (value: number): string =>
  value > 1_000_000 ? 'meer dan 1.000.000' : value.toLocaleString('nl-NL')

/**
 * The limits of a subgraph, also for callers that bypass the gateway: higher than those of the gateway, which adds fields to the client's,
 * and far below what would do harm.
 */
export const SUBGRAPH_LIMITS: Limits = {
  depth: 20,
  rootFields: 200,
  fields: 5000,
  aliases: 200,
  directives: 200,
  tokens: 5000,
}

/** The maximum of entities per request to a subgraph: more than any list in the graph has. */
const MAX_REPRESENTATIONS = 1000

/** The rule for `_entities`: the entity types have their own rules, so only the number of representations is checked. */
export const fewEnough = rule('not too many entities')(
  (_parent, { representations }: { representations: readonly unknown[] }) =>
    representations.length <= MAX_REPRESENTATIONS
      ? true
      : tooComplex(
          `De vraag gaat over te veel adressen: ${representations.length}, toegestaan is ${MAX_REPRESENTATIONS}. Splits de vraag.`,
        ),
)

/** The error that a plugin throws to refuse an operation before execution, with status 400. */
export const refusedBefore = (refusal: AppError): GraphQLError =>
  new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 400 } } })

/** Refuses a request with an ambiguous or unknown operation name, or with a kind of operation that the schema does not have. */
export function limitRequest(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ operation, schema }) {
        if (operation && !schema.getRootType(operation.operation))
          throw refusedBefore(
            new AppError(
              'BAD_USER_INPUT',
              `Een ${operation.operation} kan hier niet. Stel de vraag als query, en stel haar opnieuw om te zien wat er veranderde.`,
            ),
          )
        if (operation) return
        const message =
          'Het is niet duidelijk welke vraag bedoeld is: noem in operationName een vraag die in de tekst staat.'
        throw refusedBefore(new AppError('BAD_USER_INPUT', message))
      },
    }),
  }
}
