import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { GatewayContext, Measuring } from './context.ts'
import type { Attempt, GatewayInterface } from './executor/engine.ts'
import { UnknownNode } from './executor/plan.ts'
import type { CostLimit } from './limits/limit-cost.ts'
import { isRecord } from './url-parameters.ts'

/** An operation that Apollo Server has parsed and validated before. */
type Known = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly queryHash: string
}

type Options = {
  readonly execute: Attempt<GatewayContext>
  readonly cost: CostLimit<GatewayContext>
  readonly measure: (context: GatewayContext) => Measuring
}

/** The bound of the cache, in characters of texts. */
const MAX_REMEMBERED = 1024 * 1024

/**
 * Answers operations that Apollo Server has validated before, without Apollo Server. When an operation is refused, fails in part or is not
 * exactly a known one, Apollo Server answers it, with the result of what was already executed.
 */
export function createQuickAnswers({ execute, cost, measure }: Options) {
  const known = new LRUCache<string, Known>({ maxSize: MAX_REMEMBERED })
  let current: GraphQLSchema | null = null

  const plugin: ApolloServerPlugin<GatewayContext> = {
    serverWillStart: async () => ({
      schemaDidLoadOrUpdate({ apiSchema }) {
        current = apiSchema
        known.clear()
      },
    }),
    requestDidStart: async () => ({
      async didResolveOperation({ source, document, operation, schema, queryHash }) {
        // An operation that was valid on the previous schema may be invalid on this one.
        if (schema !== current || !operation || !isOnlyOperation(document)) return
        known.set(source, { document, operation, queryHash }, { size: source.length + 1 })
      },
    }),
  }

  return {
    plugin,
    /** Returns the text of the answer, or the context with which Apollo Server has to answer. */
    async answer(body: unknown, context: GatewayContext): Promise<string | GatewayContext> {
      const asked = readAsked(body)
      const found = asked && known.get(asked.query)
      const schema = current
      if (!found || !schema) return context
      const { document, operation, queryHash } = found
      const name = operation.name?.value ?? null
      if (asked.operationName !== null && asked.operationName !== name) return context
      const price = cost.costOf({ document, operation }, schema)(asked.variables)
      if (price > cost.max) return context
      const measuring = measure(context)
      await cost.charge(price, context)
      const outcome = execute({
        schema,
        document,
        queryHash,
        // The same name as Apollo Server uses, so that the plan is the same.
        operationName: name,
        variables: asked.variables,
        context,
      })
      try {
        const result = await outcome
        if (!result.data || (result.errors && result.errors.length > 0))
          return { ...context, executed: { outcome, measuring } }
        measuring.end(name, operation.operation, result)
        return `${JSON.stringify({ data: result.data })}\n`
      } catch (error) {
        // Nothing was sent; Apollo Server hands the operation to Apollo's executor.
        if (error instanceof UnknownNode) known.delete(asked.query)
        return { ...context, executed: { outcome: error instanceof UnknownNode ? null : outcome, measuring } }
      }
    },
  }
}

/** A gateway that returns the result of what was already executed, and executes the rest. */
export function answerExecuted(engine: GatewayInterface): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => engine.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const { executor, ...loaded } = await engine.load(options)
      if (!executor) throw new Error('the engine has no executor')
      return {
        ...loaded,
        executor: async (asked) => {
          const { executed } = asked.context as GatewayContext
          return (await executed?.outcome) ?? (await executor(asked))
        },
      }
    },
    stop: () => engine.stop(),
  }
}

const isOnlyOperation = ({ definitions }: DocumentNode): boolean =>
  definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1

/** Reads a body of the usual shape; `null` for any other, which Apollo Server reads. */
function readAsked(body: unknown) {
  if (!isRecord(body)) return null
  const { query, variables = null, operationName = null, extensions = null } = body
  if (typeof query !== 'string') return null
  if (variables !== null && !isRecord(variables)) return null
  if (operationName !== null && (typeof operationName !== 'string' || operationName === '')) return null
  if (extensions !== null && !isRecord(extensions)) return null
  return { query, variables: variables ?? {}, operationName }
}
