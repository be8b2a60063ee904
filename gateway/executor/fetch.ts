import type { FetchNode } from '@apollo/query-planner'
import { Kind, parse, type SelectionNode } from 'graphql'
import { errorsOf, type FetchPlace, failureOf } from './errors.ts'
import type { Cursor, Step } from './plan.ts'
import { compileRepresentation, type Represent } from './representation.ts'
import { compileRewrites, type Rewrite } from './rewrites.ts'
import type { Run } from './run.ts'
import type { TypeTest } from './types.ts'
import { copy, isJson, type Json, merge, own } from './values.ts'

/** A fetch of entities: the entities that one representation stands for. */
type Wanted = { readonly representations: Json[]; readonly entities: Json[][] }

/** Compiles a fetch: its text is made once, only the variables are added. */
export function compileFetch(node: FetchNode, isOfType: TypeTest): Step {
  const head = `{"query":${JSON.stringify(node.operation)}${
    node.operationName === undefined ? '' : `,"operationName":${JSON.stringify(node.operationName)}`
  },"variables":`
  const usages = node.variableUsages ?? []
  const output = compileRewrites(node.outputRewrites, isOfType)
  const input = compileRewrites(node.inputRewrites, isOfType)
  const represent = node.requires && compileRepresentation(node.requires, isOfType)
  const service = node.serviceName
  const only = onlyField(node.operation)

  const place = (run: Run, cursor: Cursor, entities: FetchPlace['entities']): FetchPlace => ({
    service,
    run,
    cursor,
    entities,
    only,
  })

  const ask = async (run: Run, cursor: Cursor, wanted: Wanted | null): Promise<Json | null> => {
    const variables: Record<string, unknown> = {}
    for (const name of usages) if (run.variables[name] !== undefined) variables[name] = run.variables[name]
    if (wanted) variables.representations = wanted.representations
    try {
      const answer: unknown = JSON.parse(await run.send(service, `${head}${JSON.stringify(variables)}}`))
      if (!isJson(answer)) throw new Error(`${service} did not answer with a GraphQL result`)
      if (answer.errors !== undefined)
        run.errors.push(...errorsOf(answer.errors, place(run, cursor, wanted?.entities ?? null)))
      return isJson(answer.data) ? answer.data : null
    } catch (error) {
      run.errors.push(failureOf(error, place(run, cursor, wanted?.entities ?? null)))
      return null
    }
  }

  if (!represent) {
    return async (run, cursor) => {
      const data = await ask(run, cursor, null)
      if (!data) return
      output?.(data)
      mergeInto(cursor.objects, data)
    }
  }
  return async (run, cursor) => {
    const wanted = collect(cursor.objects, represent, input)
    if (wanted.representations.length === 0) return
    const data = await ask(run, cursor, wanted)
    if (!data) return
    const found = data._entities
    if (!Array.isArray(found) || found.length !== wanted.representations.length) {
      const error = new Error(`${service} did not answer with the entities it was asked for`)
      run.errors.push(failureOf(error, place(run, cursor, wanted.entities)))
      return
    }
    found.forEach((entity: unknown, index) => {
      if (!isJson(entity)) return
      const targets = wanted.entities[index] ?? []
      entity.__typename ??= targets[0] && own(targets[0], '__typename')
      output?.(entity)
      mergeInto(targets, entity)
    })
  }
}

/** The last one may keep the answer itself; the others get copies, or a later fetch would change them all. */
function mergeInto(objects: readonly Json[], data: Json): void {
  objects.forEach((object, index) => {
    merge(object, index === objects.length - 1 ? data : copy(data))
  })
}

/** The representations to ask for, each once however many entities it stands for. */
function collect(objects: readonly Json[], represent: Represent, input: Rewrite | null): Wanted {
  const representations: Json[] = []
  const entities: Json[][] = []
  const places = new Map<string, number>()
  for (const object of objects) {
    const representation = represent(object)
    if (!representation || typeof representation.__typename !== 'string') continue
    input?.(representation)
    const key = objects.length === 1 ? '' : JSON.stringify(representation)
    const place = places.get(key)
    if (place === undefined) {
      places.set(key, representations.length)
      representations.push(representation)
      entities.push([object])
    } else if (!entities[place]?.includes(object)) entities[place]?.push(object)
  }
  return { representations, entities }
}

/** The field a subgraph is asked for, when it is one. */
function onlyField(operation: string): string | null {
  const [definition] = parse(operation).definitions
  const roots = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  const fields = roots.flatMap((root) => (isNamed(root, '_entities') ? inner(root).flatMap(inner) : [root]))
  const names = fields.flatMap((field) =>
    field.kind === Kind.FIELD && field.name.value !== '__typename'
      ? [field.alias?.value ?? field.name.value]
      : [],
  )
  return names.length === 1 ? (names[0] ?? null) : null
}

const isNamed = (node: SelectionNode, name: string): boolean =>
  node.kind === Kind.FIELD && node.name.value === name
const inner = (node: SelectionNode): readonly SelectionNode[] =>
  ('selectionSet' in node && node.selectionSet?.selections) || []
