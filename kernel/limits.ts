import type { ApolloServerPlugin } from '@apollo/server'
import {
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { AppError } from './errors.ts'
import { rule } from './shield.ts'

/** Limits on an operation, checked before anything of it is executed. Each error gives the limit and the actual number. */

const tooComplex = (message: string): AppError => new AppError('OPERATION_TOO_COMPLEX', message)

/** Refuses operations nested deeper than `max`; fragments count where they are used. */
export const limitDepth =
  (max: number): ValidationRule =>
  (context) => ({
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet, context, new Map(), max)
      if (depth > max)
        context.reportError(
          tooComplex(
            `De vraag is dieper genest dan toegestaan: ${depth} lagen of meer, toegestaan is ${max}. Splits de vraag.`,
          ),
        )
    },
  })

/** Stops counting once past `max`, so that a hostile operation costs no more than a good one. */
function depthOf(
  set: SelectionSetNode,
  context: ValidationContext,
  known: Map<string, number>,
  max: number,
): number {
  let deepest = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      deepest = Math.max(
        deepest,
        1 +
          (selection.selectionSet && max > 0 ? depthOf(selection.selectionSet, context, known, max - 1) : 0),
      )
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, context, known, max))
    } else {
      const name = selection.name.value
      const fragment = context.getFragment(name)
      // A fragment that contains itself is refused by another rule; here it must only not loop.
      if (!known.has(name)) {
        known.set(name, 0)
        if (fragment) known.set(name, depthOf(fragment.selectionSet, context, known, max))
      }
      deepest = Math.max(deepest, known.get(name) ?? 0)
    }
  }
  return deepest
}

/** Refuses documents with more than `max` aliases: the same field many times over is many times the work. */
export const limitAliases =
  (max: number): ValidationRule =>
  (context) => {
    let count = 0
    return {
      Field: ({ alias }) => {
        if (alias) count += 1
      },
      Document: {
        leave() {
          if (count > max)
            context.reportError(
              tooComplex(`De vraag heeft te veel aliassen: ${count}, toegestaan is ${max}. Splits de vraag.`),
            )
        },
      },
    }
  }

/** How large an operation may be. */
export type Limits = { readonly depth: number; readonly aliases: number; readonly tokens: number }

/**
 * What a subgraph takes: more than a client may ask of the gateway, which puts its own fields around the client's, and far
 * less than what would hurt. Whoever comes straight to a subgraph meets these.
 */
export const SUBGRAPH_LIMITS: Limits = { depth: 20, aliases: 200, tokens: 5000 }

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

/** Refuses a request that does not say which of its operations is meant. */
export function limitRequest(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ operation }) {
        if (operation) return
        const message =
          'Het is niet duidelijk welke vraag bedoeld is: noem in operationName een vraag die in de tekst staat.'
        throw new GraphQLError(message, {
          originalError: new AppError('BAD_USER_INPUT', message),
          extensions: { http: { status: 400 } },
        })
      },
    }),
  }
}
