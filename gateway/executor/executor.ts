import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  separateOperations,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { CheckOperation, NamesValues } from '../../kernel/graphql/bounds/check-operation.ts'
import { type Compiled, createCompiler } from './compile.ts'
import type { Run } from './run.ts'
import { type IsTrue, switchesOf } from './selections.ts'
import { introspectionKey, type Misfit } from './shape.ts'
import type { Json } from './values.ts'

/** An operation to execute: parsed and validated. */
export type Operation = {
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  /** Identifies the document; plans are cached under it. */
  readonly key: string
}

/** Sends a body to a subgraph and resolves to the text of its answer. */
export type Send = (service: string, body: string) => Promise<string>

export type Executor = {
  /**
   * Executes an operation; failures are in the errors of the result.
   * @throws {UnknownNode} for a plan that only Apollo's executor may support, before anything is sent.
   */
  execute(operation: Operation, send: Send, onPlanned?: OnPlanned): Promise<ExecutionResult>
  /** The number of compiled operations in the cache. */
  readonly kept: number
}

/** Called with how long planning took, before anything is sent; not called when the plan was cached. */
export type OnPlanned = (milliseconds: number) => void

/** The bound of the cache, in characters of documents: compiled operations grow with those. */
const MAX_KEPT = 1024 * 1024

/** What is compiled of an operation without the values of its variables. */
type Known = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** The variables that `@skip` and `@include` depend on. */
  readonly switches: readonly string[]
  readonly size: number
  /** Checks the arguments and variables against the bounds of the schema. */
  readonly check: CheckOperation
}

/** The maximum of reported errors about variables: graphql-js prints the value in each, and we remove it again. */
const MAX_VARIABLE_ERRORS = 5

/** Creates the executor of a supergraph. It caches compiled plans, and no data of answers. */
export function createExecutor(supergraphSdl: string, namesValues?: NamesValues): Executor {
  const { schema, compile, checkInputs } = createCompiler(supergraphSdl, namesValues)
  const known = new LRUCache<string, Known>({ maxSize: MAX_KEPT })
  // One entry for each combination of an operation's `@skip` and `@include` conditions.
  const compiled = new LRUCache<string, Compiled>({ maxSize: MAX_KEPT })

  function knownOf(asked: Operation, key: string): Known {
    const present = known.get(key)
    if (present) return present
    const read = readOperation(asked)
    const made = { ...read, check: checkInputs(read) }
    known.set(key, made, { size: made.size })
    return made
  }

  function compiledOf(
    { switches, size, document, operation }: Known,
    key: string,
    isTrue: IsTrue,
    onPlanned: OnPlanned | undefined,
  ): Compiled {
    const values = switches.map((variable) => (isTrue(variable) ? '1' : '0'))
    const combination = values.length === 0 ? key : `${key} ${values.join('')}`
    const present = compiled.get(combination)
    if (present) return present
    const started = performance.now()
    const made = compile({ document, operation, isTrue })
    onPlanned?.(performance.now() - started)
    compiled.set(combination, made, { size })
    return made
  }

  return {
    get kept() {
      return compiled.size
    },
    async execute(asked, send, onPlanned) {
      const { variables } = asked
      const key = asked.operationName === null ? asked.key : `${asked.key} ${asked.operationName}`
      const operationKnown = knownOf(asked, key)
      const { operation, check } = operationKnown
      const outOfBounds = check(variables)
      if (outOfBounds) return { errors: [outOfBounds] }
      const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
        maxErrors: MAX_VARIABLE_ERRORS,
      })
      if (values.errors) return { errors: values.errors }
      const nulls = operationKnown.switches.filter((name) => values.coerced[name] === null)
      if (nulls.length > 0) return { errors: nulls.map(nullCondition) }
      const isTrue = (variable: string) => values.coerced[variable] === true
      const { step, introspect, shape, toClientPath } = compiledOf(operationKnown, key, isTrue, onPlanned)
      const run: Run = {
        variables,
        data: {},
        faults: [],
        isTrue,
        send,
        // A mutation may change what a repeated fetch finds.
        sendOnce: operation.operation === 'mutation' ? send : once(send),
      }
      const introspected = introspect?.(asked)
      if (introspected?.errors) return { errors: introspected.errors }
      await step?.(run, { objects: [run.data], path: [] })
      addIntrospection(run.data, introspected?.data ?? {})
      return answerOf(run, { shape, toClientPath })
    },
  }
}

function readOperation({ document, operationName }: Operation): Omit<Known, 'check'> {
  const operation = getOperationAST(document, operationName)
  if (!operation) throw new GraphQLError('the document has no such operation')
  // A variable of the same name in another operation may have another type.
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document
  return { document, operation, switches: switchesOf(own), size: document.loc?.end ?? MAX_KEPT / 100 }
}

function answerOf(
  run: Run,
  { shape, toClientPath }: Pick<Compiled, 'shape' | 'toClientPath'>,
): ExecutionResult {
  const misfits: Misfit[] = []
  const data = shape(run.data, misfits)
  if (run.faults.length > 0)
    return { errors: run.faults.map(({ path, toError }) => toError(toClientPath(path))), data }
  // Once an error is reported, misfits are its consequence; without one, only the misfits say that a part is missing.
  if (misfits.length > 0) return { errors: misfits.map(toError), data }
  return { data }
}

/** A variable with a default may be sent as `null`, but a condition may not be null (GraphQL 6.4.1), so this is an error. */
const nullCondition = (variable: string): GraphQLError =>
  new GraphQLError(`Variable "$${variable}" of @skip or @include must not be null.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })

const toError = ({ message, path }: Misfit): GraphQLError =>
  new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } })

function addIntrospection(data: Json, found: Readonly<Record<string, unknown>>): void {
  for (const [responseName, value] of Object.entries(found)) data[introspectionKey(responseName)] = value
}

/** Sends an identical fetch once per operation; each caller parses its own copy of the answer. */
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
