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
import { tellUnanswered, unansweredBy } from './unanswered.ts'

/** All that is known of an operation before it is asked: for everyone who asks it, and nothing of an answer. */
export type Compiled = {
  /** `null` when there is nothing to ask, and nothing to tell. */
  readonly step: Step | null
  readonly introspect: Introspect | null
  readonly shape: Shape
  readonly toClientPath: ToClientPath
}

/** What to compile: an operation of a document, for these values of the variables that `@skip` and `@include` ask. */
export type Wanted = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly isTrue: IsTrue
}

export type Compiler = {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** Compiles the check of what an operation is asked with, by the bounds that the supergraph declares. */
  checkInputs(asked: Pick<Wanted, 'document' | 'operation'>): CheckOperation
  /** @throws {UnknownNode} when the plan holds something this executor does not know. */
  compile(wanted: Wanted): Compiled
}

/**
 * Creates the compiler of the operations on a supergraph.
 * @throws {Error} when it holds what this gateway would not obey.
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
      // Nothing of it can be answered, as with an operation that cannot be planned at all.
      const isRefused = !node && !introspect && unanswered.length > 0
      return {
        step: tellUnanswered(unanswered, node ? compilePlan(node, { types, requirements }) : null),
        introspect,
        shape: isRefused ? () => null : compileShape({ schema, operation, fragments, names, hidden, isTrue }),
        toClientPath: clientPaths({ root: operation.selectionSet, fragments, names, isTrue }),
      }
    },
  }
}
