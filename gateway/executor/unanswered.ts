import type { PlanNode } from '@apollo/query-planner'
import { type DocumentNode, GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql'
import { fragmentsOf } from './planned-document.ts'
import type { Fault, Step } from './run.ts'
import { fragmentOf } from './selections.ts'

/**
 * The root fields, by their internal names, that the plan fetches from no subgraph: the planner silently leaves out fields that no subgraph
 * can answer. A null without an error would say that there is no data.
 */
export function unansweredBy(plan: PlanNode | undefined, planned: DocumentNode): readonly string[] {
  const asked = new Set(plan ? operationsAtRoot(plan).flatMap((text) => rootNames(parse(text))) : [])
  return rootNames(planned).filter((name) => !asked.has(name))
}

/** The step, extended with an error for each of these fields. */
export function reportUnanswered(names: readonly string[], step: Step | null): Step | null {
  if (names.length === 0) return step
  return (run, cursor) => {
    run.faults.push(...names.map(unansweredFault))
    return step?.(run, cursor)
  }
}

const unansweredFault = (name: string): Fault => ({
  path: [name],
  toError: (path) =>
    new GraphQLError('No subgraph can answer this field.', {
      ...(path ? { path } : {}),
      extensions: { code: 'INVALID_GRAPHQL' },
    }),
})

function operationsAtRoot(node: PlanNode): string[] {
  switch (node.kind) {
    case 'Fetch':
      return [node.operation]
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(operationsAtRoot)
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child ? operationsAtRoot(child) : []))
    default:
      return []
  }
}

function rootNames(document: DocumentNode): string[] {
  const fragments = fragmentsOf(document)
  const visited = new Set<string>()
  const namesIn = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD)
        return selection.name.value === '__typename' ? [] : [(selection.alias ?? selection.name).value]
      const fragment = fragmentOf(selection, fragments, visited)
      return fragment ? namesIn(fragment.selectionSet) : []
    })
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return operation?.kind === Kind.OPERATION_DEFINITION ? [...new Set(namesIn(operation.selectionSet))] : []
}
