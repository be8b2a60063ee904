import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import type { Names } from './names.ts'
import type { Path } from './run.ts'

/** Gives a place the names that the client knows it by; `null` when there is none. */
export type ToClientPath = (path: Path | null) => Path | null

/**
 * Reads the client's names from the operation. A path is cut off where it leaves what the client asked for: what lies beyond is
 * internal, and none of the client's business.
 */
export function clientPaths(
  root: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  names: Names,
): ToClientPath {
  return (path) => {
    let level: readonly FieldNode[] = fieldsOf([root], fragments)
    const result: (string | number)[] = []
    for (const key of path ?? []) {
      if (typeof key === 'string') {
        const found = level.filter((field) => names.ofField(field) === key)
        const [field] = found
        if (!field) break
        result.push(field.alias?.value ?? field.name.value)
        level = fieldsOf(
          found.flatMap(({ selectionSet }) => selectionSet ?? []),
          fragments,
        )
      } else result.push(key)
    }
    return result.length === 0 ? null : result
  }
}

function fieldsOf(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection]
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      return fragment ? fieldsOf([fragment.selectionSet], fragments) : []
    }),
  )
}
