import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner'
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql'
import { readBounds } from '../../kernel/graphql/bounds/bounds.ts'
import {
  type CheckOperation,
  createOperationChecks,
  type NamesValues,
} from '../../kernel/graphql/bounds/check-operation.ts'
import { clientPaths, type ToClientPath } from './client-paths.ts'
import { createHidden } from './hidden.ts'
import { compileIntrospection, type Introspect } from './introspection.ts'
import { assertKnownFeatures } from './known-features.ts'
import { createNames } from './names.ts'
import { compilePlan, UnknownNode } from './plan.ts'
import { documentToPlan, fragmentsOf } from './planned-document.ts'
import { createRequirements } from './required-arguments.ts'
import type { Step } from './run.ts'
import type { IsTrue } from './selections.ts'
import { compileShape, type Shape } from './shape.ts'
import { createTypes } from './types.ts'
import { reportUnanswered, unansweredBy } from './unanswered.ts'

/** A compiled operation: shared by all requests, and without any data of an answer. */
export type Compiled = {
  /** `null` when there is nothing to fetch and no error to report. */
  readonly step: Step | null
  readonly introspect: Introspect | null
  readonly shape: Shape
  readonly toClientPath: ToClientPath
}

/** What to compile: an operation of a document, for these values of the variables of `@skip` and `@include`. */
export type Wanted = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly isTrue: IsTrue
}

export type Compiler = {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** Compiles the check of an operation's arguments and variables against the bounds that the supergraph declares. */
  checkInputs(asked: Pick<Wanted, 'document' | 'operation'>): CheckOperation
  /** @throws {UnknownNode} when the plan has a node that this executor does not support. */
  compile(wanted: Wanted): Compiled
}

/**
 * Creates the compiler of operations on a supergraph.
 * @throws {Error} when the supergraph uses a feature that this gateway does not support.
 */
export function createCompiler(supergraphSdl: string, namesValues?: NamesValues): Compiler {
  assertKnownFeatures(parse(supergraphSdl))
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false })
  const apiSchema = supergraph.apiSchema()
  const schema = apiSchema.toGraphQLJSSchema()
  const fullSchema = supergraph.schema.toGraphQLJSSchema()
  const names = createNames(fullSchema)
  const hidden = createHidden(schema, fullSchema)
  const requirements = createRequirements(supergraphSdl)
  const planner = new QueryPlanner(
    Supergraph.build(requirements.supergraphSdl, { validateSupergraph: false }),
  )
  const types = createTypes(fullSchema)

  return {
    schema,
    checkInputs: createOperationChecks(
      schema,
      readBounds(parse(supergraphSdl, { noLocation: true })),
      namesValues,
    ),
    compile({ document, operation, isTrue }) {
      const planned = documentToPlan({ document, operation, names, isTrue })
      const plan: QueryPlan = planner.buildQueryPlan(operationFromDocument(apiSchema, planned))
      const { node } = plan
      if (node?.kind === 'Subscription') throw new UnknownNode('Subscription')
      const fragments = fragmentsOf(document)
      const unanswered = unansweredBy(node, planned)
      const introspect = compileIntrospection(document, schema)
      // No field can be answered, as when the planner finds no plan at all.
      const isRefused = !node && !introspect && unanswered.length > 0
      return {
        step: reportUnanswered(unanswered, node ? compilePlan(node, { types, requirements }) : null),
        introspect,
        shape: isRefused ? () => null : compileShape({ schema, operation, fragments, names, hidden, isTrue }),
        toClientPath: clientPaths({ root: operation.selectionSet, fragments, names, isTrue }),
      }
    },
  }
}
