import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Categories } from '../../kernel/graphql/schema.ts'
import type { DataCategory } from '../../kernel/vocabulary.ts'

/** The leaf fields that the operation selects below the field that is being resolved, as `claims.handler.name`, in alphabetical order. */
export function requestedFields(info: GraphQLResolveInfo): readonly string[] {
  // The addresses of a request share their field nodes, which are new for each request, so the result is cached per request.
  const known = foundBefore.get(info.fieldNodes)
  if (known) return known
  const search: Search = { info, found: new Set(), spread: new Set() }
  for (const { selectionSet } of info.fieldNodes) collect(selectionSet, '', search)
  const fields = [...search.found].sort()
  foundBefore.set(info.fieldNodes, fields)
  return fields
}

const foundBefore = new WeakMap<readonly FieldNode[], readonly string[]>()

type Search = {
  readonly info: GraphQLResolveInfo
  readonly found: Set<string>
  /** The visited fragments with their path: visiting one again at the same path adds nothing. */
  readonly spread: Set<string>
}

function collect(set: SelectionSetNode | undefined, path: string, search: Search): void {
  for (const selection of set?.selections ?? []) visit(selection, path, search)
}

function visit(selection: SelectionNode, path: string, search: Search): void {
  const { info, found, spread } = search
  if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) return
  if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) return
  if (selection.kind === Kind.FIELD) {
    const name = path ? `${path}.${selection.name.value}` : selection.name.value
    if (selection.name.value.startsWith('__')) return
    if (selection.selectionSet) collect(selection.selectionSet, name, search)
    else found.add(name)
  } else if (selection.kind === Kind.INLINE_FRAGMENT) {
    collect(selection.selectionSet, path, search)
  } else {
    const place = `${path} ${selection.name.value}`
    if (spread.has(place)) return
    spread.add(place)
    collect(info.fragments[selection.name.value]?.selectionSet, path, search)
  }
}

/** The requested fields whose category was shared, for the line about a disclosure. */
export function servedFields(
  fields: readonly string[],
  container: GraphQLNamedType,
  categories: Categories,
  shared: ReadonlySet<DataCategory>,
): readonly string[] {
  return fields.filter((path) => {
    let type = container
    return path.split('.').every((name) => {
      const category = categories.get(type.name)?.get(name)
      const next = isObjectType(type) ? getNamedType(type.getFields()[name]?.type) : undefined
      type = next ?? type
      return category === undefined || shared.has(category)
    })
  })
}
