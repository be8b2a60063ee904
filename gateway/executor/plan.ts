import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { compileFetch, type FetchOptions } from './fetch.ts'
import { clientVariable } from './names.ts'
import type { Step } from './run.ts'
import { isJson, type Json, own } from './values.ts'

/** A plan node that this executor does not support. */
export class UnknownNode extends Error {}

/** Compiles a plan. @throws {UnknownNode} when it has a node of another kind, which Apollo's executor may support. */
export function compilePlan(plan: PlanNode, options: Omit<FetchOptions, 'firstOf'>): Step {
  const same = Map.groupBy(fetchesIn(plan), textOf)
  return compileNode(plan, {
    ...options,
    firstOf(fetch) {
      const [first, ...others] = same.get(textOf(fetch)) ?? []
      return first && others.length > 0 ? first : null
    },
  })
}

/** Ignores the operation name: the planner numbers the fetches of a named operation, also when they are equal. */
const textOf = ({ serviceName, operation, operationName }: FetchNode): string =>
  `${serviceName} ${operationName === undefined ? operation : operation.replace(operationName, '')}`

function fetchesIn(node: PlanNode): FetchNode[] {
  if (node.kind === 'Fetch') return [node]
  if ('nodes' in node) return node.nodes.flatMap(fetchesIn)
  const inner = [
    'node' in node ? node.node : undefined,
    'ifClause' in node ? node.ifClause : undefined,
    'elseClause' in node ? node.elseClause : undefined,
  ]
  return inner.flatMap((child) => (child ? fetchesIn(child) : []))
}

function compileNode(node: PlanNode, options: FetchOptions): Step {
  switch (node.kind) {
    case 'Sequence':
      return inOrder(node.nodes.map((child) => compileNode(child, options)))
    case 'Parallel':
      return together(node.nodes.map((child) => compileNode(child, options)))
    case 'Flatten':
      return flatten(
        node.path.map((element) => String(element)),
        compileNode(node.node, options),
      )
    case 'Condition': {
      const whenTrue = node.ifClause && compileNode(node.ifClause, options)
      const whenFalse = node.elseClause && compileNode(node.elseClause, options)
      const variable = clientVariable(node.condition)
      return (run, cursor) => (run.isTrue(variable) ? whenTrue : whenFalse)?.(run, cursor)
    }
    case 'Fetch':
      return together(
        options.requirements.fetchesOf(assertKnown(node)).map((fetch) => compileFetch(fetch, options)),
      )
    default:
      throw new UnknownNode(node.kind)
  }
}

function assertKnown(node: FetchNode): FetchNode {
  if (node.contextRewrites && node.contextRewrites.length > 0) throw new UnknownNode('contextRewrites')
  return node
}

const inOrder =
  (steps: readonly Step[]): Step =>
  async (run, cursor) => {
    for (const step of steps) await step(run, cursor)
  }

function together(steps: readonly Step[]): Step {
  const [first] = steps
  if (first && steps.length === 1) return first
  return async (run, cursor) => {
    await Promise.all(steps.map(async (step) => await step(run, cursor)))
  }
}

function flatten(path: readonly string[], step: Step): Step {
  return (run, cursor) => {
    const objects: Json[] = []
    for (const object of cursor.objects) collect(object, path, 0, objects)
    return objects.length === 0 ? undefined : step(run, { objects, path: [...cursor.path, ...path] })
  }
}

function collect(value: unknown, path: readonly string[], index: number, into: Json[]): void {
  if (Array.isArray(value)) {
    // A list is entered also where the path has no `@`.
    const next = path[index] === '@' ? index + 1 : index
    for (const item of value) collect(item, path, next, into)
  } else if (isJson(value)) {
    const key = path[index]
    if (key === undefined) into.push(value)
    else if (key !== '@') collect(own(value, key), path, index + 1, into)
  }
}
