import type { FetchNode } from '@apollo/query-planner'
import { Kind, parse, type SelectionNode } from 'graphql'
import { addErrors, addFailure, type FetchPlace } from './errors.ts'
import { clientVariable } from './names.ts'
import { compileRepresentation, type Represent } from './representation.ts'
import type { Requirements } from './required-arguments.ts'
import { compileRewrites, type Rewrite } from './rewrites.ts'
import type { Cursor, Run, Step } from './run.ts'
import type { Types } from './types.ts'
import { copy, isJson, type Json, markAbsent, merge, own } from './values.ts'

export type FetchOptions = {
  readonly types: Types
  readonly requirements: Requirements
  /** The first fetch with the same text, when the plan repeats one. */
  readonly firstOf: (node: FetchNode) => FetchNode | null
}

/** The entities to fetch: the text of each representation, and the objects that it stands for. */
type Wanted = { readonly texts: readonly string[]; readonly entities: readonly (readonly Json[])[] }

/** Compiles a fetch: the body is printed once, only the variables are added per request. */
export function compileFetch(node: FetchNode, { types, requirements, firstOf }: FetchOptions): Step {
  const first = firstOf(node)
  // All use one operation name, so that repeated fetches have identical bodies.
  const { operation, operationName } = first ?? node
  const service = node.serviceName
  const head = `{"query":${JSON.stringify(operation)}${
    operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`
  },"variables":{`
  const usages = (node.variableUsages ?? []).map(
    (name) => [clientVariable(name), `${JSON.stringify(name)}:`] as const,
  )
  const output = compileRewrites(node.outputRewrites, types)
  const input = compileRewrites(node.inputRewrites, types)
  const represent =
    node.requires && compileRepresentation(node.requires, { types, nameOf: requirements.nameOf })
  const only = onlyField(node.operation)
  const renamed = new Map(
    (node.outputRewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo] as const] : [],
    ),
  )

  function bodyOf(variables: Run['variables'], wanted: Wanted | null): string {
    const given = usages.flatMap(([name, key]) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined
      return value === undefined ? [] : [key + JSON.stringify(value)]
    })
    if (wanted) given.push(`"representations":[${wanted.texts.join(',')}]`)
    return `${head}${given.join(',')}}}`
  }

  const fetch = async (run: Run, cursor: Cursor, wanted: Wanted | null): Promise<void> => {
    const place: FetchPlace = {
      service,
      run,
      cursor,
      entities: wanted?.entities ?? null,
      only,
      renamed,
    }
    try {
      const body = bodyOf(run.variables, wanted)
      const data = await ask(first ? run.sendOnce(service, body) : run.send(service, body), place)
      if (!data) return
      if (wanted) mergeEntities(data, wanted, { types, output })
      else {
        output?.(data)
        mergeInto(cursor.objects, data)
      }
    } catch (error) {
      addFailure(error, place)
    }
  }

  if (!represent) return (run, cursor) => fetch(run, cursor, null)
  return (run, cursor) => {
    const wanted = collect(cursor.objects, represent, input)
    return wanted.texts.length === 0 ? undefined : fetch(run, cursor, wanted)
  }
}

/** Returns the data of an answer and adds its errors to the run. @throws when the answer is not a GraphQL result. */
async function ask(text: Promise<string>, place: FetchPlace): Promise<Json | null> {
  const answer: unknown = JSON.parse(await text)
  if (!isJson(answer)) throw new Error('the answer is not a GraphQL result')
  const { data = null, errors = [] } = answer
  if (data !== null && !isJson(data)) throw new Error('data is not an object')
  if (errors !== null && !Array.isArray(errors)) throw new Error('errors is not a list')
  if (data === null && (errors === null || errors.length === 0))
    throw new Error('the answer has neither data nor errors')
  if (errors !== null) addErrors(errors, place)
  return data
}

/** @throws when the answer does not have exactly the requested entities. */
function mergeEntities(
  data: Json,
  { texts, entities }: Wanted,
  { types, output }: { readonly types: Types; readonly output: Rewrite | null },
): void {
  const found = data._entities
  if (found === null || found === undefined) return
  if (!Array.isArray(found) || found.length !== texts.length)
    throw new Error('the answer does not have the requested entities')
  for (const [index, entity] of found.entries()) {
    const targets = entities[index] ?? []
    const [target] = targets
    if (!target) continue
    if (entity === null) {
      targets.forEach(markAbsent)
      continue
    }
    if (!isJson(entity)) throw new Error('an entity is not an object')
    const type = types.agree(own(target, '__typename'), entity.__typename)
    if (type === null) throw new Error('an entity is of another type than requested')
    entity.__typename = type
    output?.(entity)
    mergeInto(targets, entity)
  }
}

/** The last object takes over the answer itself; the others get copies, or a later fetch would change them all. */
function mergeInto(objects: readonly Json[], data: Json): void {
  for (const [index, object] of objects.entries())
    merge(object, index === objects.length - 1 ? data : copy(data))
}

/** The distinct representations to fetch. */
function collect(objects: readonly Json[], represent: Represent, input: Rewrite | null): Wanted {
  const texts: string[] = []
  const entities: Json[][] = []
  const places = new Map<string, number>()
  for (const object of objects) {
    const representation = represent(object)
    if (!representation || typeof representation.__typename !== 'string') continue
    const key = keyOf(representation)
    const place = places.get(key)
    if (place === undefined) {
      places.set(key, texts.length)
      input?.(representation)
      texts.push(JSON.stringify(representation))
      entities.push([object])
    } else entities[place]?.push(object)
  }
  return { texts, entities }
}

/** A unique key of a representation. Each text is preceded by its length, so that no text can look like two. */
function keyOf(representation: Json): string {
  let key = ''
  for (const name of Object.keys(representation)) {
    const value = representation[name]
    key +=
      typeof value === 'string' ? `${name}"${value.length}:${value}` : `${name} ${JSON.stringify(value)},`
  }
  return key
}

/** The response name of the only field that a fetch asks for; `null` when it asks for several. */
function onlyField(operation: string): string | null {
  const [definition] = parse(operation).definitions
  const roots = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  const fields = roots.flatMap((root) => (isNamed(root, '_entities') ? inner(root).flatMap(inner) : [root]))
  const names = fields.flatMap((field) =>
    field.kind === Kind.FIELD && field.name.value !== '__typename'
      ? [field.alias?.value ?? field.name.value]
      : [],
  )
  return names.length === 1 && fields.every(({ kind }) => kind === Kind.FIELD) ? (names[0] ?? null) : null
}

const isNamed = (node: SelectionNode, name: string): boolean =>
  node.kind === Kind.FIELD && node.name.value === name
const inner = (node: SelectionNode): readonly SelectionNode[] =>
  ('selectionSet' in node && node.selectionSet?.selections) || []
