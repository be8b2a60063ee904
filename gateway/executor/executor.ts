import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner'
import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { withinAnswer } from './errors.ts'
import { PREFIX, withInternalNames } from './internal-names.ts'
import { compilePlan, type Step, UnknownNode } from './plan.ts'
import type { Run } from './run.ts'
import { compileShape, type Misfit, type Shape } from './shape.ts'
import { createTypeTest } from './types.ts'
import type { Json } from './values.ts'

/** An operation to execute: parsed and valid. */
export type Operation = {
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  /** Tells one document from another: plans are kept under it. */
  readonly key: string
}

/** Sends a body to a subgraph and resolves to the text of its answer. */
export type Send = (service: string, body: string) => Promise<string>

export type Executor = {
  /**
   * Executes an operation; what fails is in its errors.
   * @throws {UnknownNode} when its plan holds something that only the stock executor may know; nothing was sent then.
   */
  execute(operation: Operation, send: Send): Promise<ExecutionResult>
}

const MAX_PLANS = 1000
/** Shapes of one operation, one for each combination of its `@skip` and `@include`. */
const MAX_SHAPES = 32

type Compiled = {
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly step: Step | null
  /** The variables that `@skip` and `@include` ask. */
  readonly switches: readonly string[]
  readonly shapes: LRUCache<string, Shape>
  readonly introspects: boolean
}

/** Creates the executor of a supergraph. Plans are compiled once and kept; nothing of an answer is. */
export function createExecutor(supergraphSdl: string): Executor {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false })
  const planner = new QueryPlanner(supergraph)
  const apiSchema = supergraph.apiSchema()
  const schema = apiSchema.toGraphQLJSSchema()
  const isOfType = createTypeTest(supergraph.schema.toGraphQLJSSchema())
  assertFree(schema)
  const plans = new LRUCache<string, Compiled>({ max: MAX_PLANS })

  function compile({ document, operationName }: Operation): Compiled {
    const operation = getOperationAST(document, operationName)
    if (!operation) throw new GraphQLError('there is no such operation')
    const plan: QueryPlan = planner.buildQueryPlan(
      operationFromDocument(apiSchema, withInternalNames(document), {
        ...(operationName === null ? {} : { operationName }),
      }),
    )
    if (plan.node?.kind === 'Subscription') throw new UnknownNode('Subscription')
    const fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    )
    return {
      operation,
      fragments,
      step: plan.node ? compilePlan(plan.node, isOfType) : null,
      ...facts(document),
      shapes: new LRUCache<string, Shape>({ max: MAX_SHAPES }),
    }
  }

  function compiledOf(operation: Operation): Compiled {
    const key = `${operation.key} ${operation.operationName ?? ''}`
    const known = plans.get(key)
    if (known) return known
    const compiled = compile(operation)
    plans.set(key, compiled)
    return compiled
  }

  function shapeOf(compiled: Compiled, isTrue: (variable: string) => boolean): Shape {
    const key = compiled.switches.map((variable) => (isTrue(variable) ? '1' : '0')).join('')
    const known = compiled.shapes.get(key)
    if (known) return known
    const shape = compileShape({
      schema,
      operation: compiled.operation,
      fragments: compiled.fragments,
      isTrue,
    })
    compiled.shapes.set(key, shape)
    return shape
  }

  return {
    async execute(asked, send) {
      const compiled = compiledOf(asked)
      const { operation } = compiled
      const values = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables)
      if (values.errors) return { errors: values.errors }
      const isTrue = (variable: string) => values.coerced[variable] === true
      const data: Json = {}
      const run: Run = { variables: asked.variables, data, errors: [], isTrue, send: once(send) }
      await compiled.step?.(run, { objects: [data], path: [] })
      const misfits: Misfit[] = []
      const answer = shapeOf(compiled, isTrue)(data, misfits)
      if (answer && compiled.introspects) Object.assign(answer, introspect(schema, asked, compiled))
      const errors = withinAnswer(run.errors, answer)
      if (errors.length > 0) return { errors, data: answer }
      return misfits.length > 0
        ? { data: answer, extensions: { valueCompletion: misfits } }
        : { data: answer }
    },
  }
}

/** Within one operation the same question goes to a subgraph once; whoever asked reads the answer for themselves. */
function once(send: Send): Send {
  const sent = new Map<string, Promise<string>>()
  return (service, body) => {
    const key = `${service} ${body}`
    const known = sent.get(key)
    if (known) return known
    const answer = send(service, body)
    sent.set(key, answer)
    return answer
  }
}

/** @throws when a field of the schema could be taken for an internal name. */
function assertFree(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    for (const name of 'getFields' in type ? Object.keys(type.getFields()) : [])
      if (name.startsWith(PREFIX))
        throw new Error(`${type.name}.${name}: names that begin with ${PREFIX} are taken by the gateway`)
}

function facts(document: DocumentNode): Pick<Compiled, 'switches' | 'introspects'> {
  const switches = new Set<string>()
  let introspects = false
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value)
    },
    Field({ name }: FieldNode) {
      if (name.value === '__schema' || name.value === '__type') introspects = true
    },
  })
  return { switches: [...switches], introspects }
}

/** What the operation asks about the schema itself: answered here, the rest of it left out. */
function introspect(schema: GraphQLSchema, asked: Operation, { operation }: Compiled): object {
  const rootType = schema.getRootType(operation.operation)?.name
  const document = visit(asked.document, {
    // Fields of data are taken out of the root, and of the fragments on it.
    Field: {
      enter({ name }) {
        return name.value === '__schema' || name.value === '__type' ? false : null
      },
    },
    FragmentDefinition: {
      enter({ typeCondition: { name } }) {
        if (name.value.startsWith('__')) return false
        return name.value === rootType ? undefined : null
      },
    },
  })
  const { data } = executeSync({
    schema,
    document,
    variableValues: asked.variables,
    operationName: asked.operationName,
    rootValue: {},
  })
  return data ?? {}
}
