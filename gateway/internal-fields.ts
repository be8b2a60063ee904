import {
  BREAK,
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { type AppError, badInput } from '../kernel/errors.ts'

/**
 * The names of the fields that the federation itself uses: every field of a `key` or `requires` in the supergraph. They are read from the
 * supergraph, so that a new one is guarded automatically.
 */
export function internalFields(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set(['__typename'])
  visit(parse(supergraphSdl), {
    Directive(node) {
      for (const argument of selectionsOf(node as ConstDirectiveNode))
        collect(parseSelection(argument), names)
    },
  })
  return names
}

function selectionsOf({ name, arguments: given = [] }: ConstDirectiveNode): string[] {
  if (name.value !== 'join__type' && name.value !== 'join__field') return []
  return given.flatMap(({ name: { value: argument }, value }) =>
    (argument === 'key' || argument === 'requires') && value.kind === Kind.STRING ? [value.value] : [],
  )
}

function parseSelection(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error('a key or requires of the supergraph is not a selection')
  return definition.selectionSet
}

function collect(set: SelectionSetNode, names: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value)
    if ('selectionSet' in selection && selection.selectionSet) collect(selection.selectionSet, names)
  }
}

/**
 * Finds an alias with the name of an internal field (a key or a required field). Apollo's executor keeps internal fields under their own
 * name among the client's, so such an alias would write or read them (apollographql/federation#3036).
 */
export function findInternalAlias(document: DocumentNode, internal: ReadonlySet<string>): AppError | null {
  let refusal: AppError | null = null
  visit(document, {
    Field({ alias, name }) {
      if (!alias || alias.value === name.value || !internal.has(alias.value)) return
      refusal = badInput(
        `De alias "${alias.value}" is hier niet toegestaan, omdat een intern veld zo heet. Kies een andere naam.`,
      )
      return BREAK
    },
  })
  return refusal
}
