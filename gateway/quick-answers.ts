import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { GatewayContext, Measuring } from './context.ts'
import type { Attempt, GatewayInterface } from './executor/engine.ts'
import { UnknownNode } from './executor/plan.ts'
import type { CostLimit } from './limits/limit-cost.ts'
import { isRecord } from './url-parameters.ts'

/** An operation that the server parsed and found valid before. */
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

/** How many characters of texts are remembered. */
const MAX_REMEMBERED = 1024 * 1024

/**
 * Answers what the server found valid before without going through the server again, as long as nothing goes wrong: whatever is
 * refused, fails in part or is not exactly a known question is answered by the server, with what was executed already.
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
        // Found valid on the schema of before, it may not be on that of now.
        if (schema !== current || !operation || !isOnlyOperation(document)) return
        known.set(source, { document, operation, queryHash }, { size: source.length + 1 })
      },
    }),
  }

  return {
    plugin,
    /** The text of the answer; or the context to let the server answer with. */
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
        // As the server names it, so that the plan is the same.
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
        // Nothing was sent then; the server has the stock executor do it.
        if (error instanceof UnknownNode) known.delete(asked.query)
        return { ...context, executed: { outcome: error instanceof UnknownNode ? null : outcome, measuring } }
      }
    },
  }
}

/** A gateway that gives the server what was executed before, and executes the rest. */
export function answerExecuted(engine: GatewayInterface): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => engine.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const { executor, ...loaded } = await engine.load(options)
      if (!executor) throw new Error('the engine does not execute')
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

/** What is asked, when it is put as nearly everyone puts it; anything else the server reads. */
function readAsked(body: unknown) {
  if (!isRecord(body)) return null
  const { query, variables = null, operationName = null, extensions = null } = body
  if (typeof query !== 'string') return null
  if (variables !== null && !isRecord(variables)) return null
  if (operationName !== null && (typeof operationName !== 'string' || operationName === '')) return null
  if (extensions !== null && !isRecord(extensions)) return null
  return { query, variables: variables ?? {}, operationName }
}
