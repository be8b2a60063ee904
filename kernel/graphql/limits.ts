import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, type ValidationRule } from 'graphql'
import { AppError } from '../errors.ts'
import { measure, type OperationSize } from './operation-size.ts'
import { rule } from './shield.ts'

/** Limits on an operation, checked before anything of it is executed. Each error gives the limit and the actual number. */

export const tooComplex = (message: string): AppError => new AppError('OPERATION_TOO_COMPLEX', message)

/** How large an operation may be. */
export type Limits = OperationSize & {
  /** Lexical tokens in a document; the parser stops there. */
  readonly tokens: number
}

const EXCESSES: readonly (readonly [what: keyof OperationSize, says: string, unit: string])[] = [
  ['depth', 'is te diep genest', 'lagen'],
  ['rootFields', 'heeft te veel velden op het bovenste niveau', 'velden'],
  ['fields', 'heeft te veel velden', 'velden'],
  ['aliases', 'heeft te veel aliassen', 'aliassen'],
  ['directives', 'heeft te veel directives', 'directives'],
]

/** Finds the first limit that a document goes beyond, with that limit and what it has; `null` when it is within all of them. */
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

/** Refuses a document beyond the limits, for a server that is asked by other servers: with what else is wrong with it. */
export const limitOperation =
  (limits: Limits): ValidationRule =>
  (context) => ({
    Document() {
      const excess = findExcess(context.getDocument(), limits)
      if (excess) context.reportError(excess)
    },
  })

/** A number as people read it; beyond a million it says no more than that. */
export const dutchNumber = (value: number): string =>
  value > 1_000_000 ? 'meer dan 1.000.000' : value.toLocaleString('nl-NL')

/**
 * What a subgraph takes: more than a client may ask of the gateway, which puts its own fields around the client's, and far
 * less than what would hurt. Whoever comes straight to a subgraph meets these.
 */
export const SUBGRAPH_LIMITS: Limits = {
  depth: 20,
  rootFields: 200,
  fields: 5000,
  aliases: 200,
  directives: 200,
  tokens: 5000,
}

/** How many entities one request may ask a subgraph for: more than any list of the graph holds. */
const MAX_REPRESENTATIONS = 1000

/** What guards `_entities`: the types behind it carry their own rules, so only the number is looked at, however it was given. */
export const fewEnough = rule('not too many entities')(
  (_parent, { representations }: { representations: readonly unknown[] }) =>
    representations.length <= MAX_REPRESENTATIONS
      ? true
      : tooComplex(
          `De vraag gaat over te veel adressen: ${representations.length}, toegestaan is ${MAX_REPRESENTATIONS}. Splits de vraag.`,
        ),
)

/** The error that a plugin of the server throws for an operation that is refused before it is executed: with status 400. */
export const refusedBefore = (refusal: AppError): GraphQLError =>
  new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 400 } } })

/** Refuses a request that does not say which of its operations is meant, or means one of a kind that the schema does not have. */
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
