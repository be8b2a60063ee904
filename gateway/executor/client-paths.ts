import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import type { Names } from './names.ts'
import type { Path } from './run.ts'
import { fragmentOf, type IsTrue, isIncluded } from './selections.ts'

/** Translates a path of internal names to the client's names; `null` when the client has no such path. */
export type ToClientPath = (path: Path | null) => Path | null

type Options = {
  readonly root: SelectionSetNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly names: Names
  readonly isTrue: IsTrue
}

/** Reads the client's names from the operation. A path is cut off where it leaves the client's selection: the rest is internal. */
export function clientPaths({ root, ...options }: Options): ToClientPath {
  return (path) => {
    let level: readonly FieldNode[] = fieldsOf([root], options)
    const result: (string | number)[] = []
    for (const key of path ?? []) {
      if (typeof key === 'string') {
        const found = level.filter((field) => options.names.ofField(field) === key)
        const [field] = found
        if (!field) break
        result.push(field.alias?.value ?? field.name.value)
        level = fieldsOf(
          found.flatMap(({ selectionSet }) => selectionSet ?? []),
          options,
        )
      } else result.push(key)
    }
    return result.length === 0 ? null : result
  }
}

function fieldsOf(
  sets: readonly SelectionSetNode[],
  options: Omit<Options, 'root'>,
  visited = new Set<string>(),
): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (!isIncluded(selection, options.isTrue)) return []
      if (selection.kind === Kind.FIELD) return [selection]
      const fragment = fragmentOf(selection, options.fragments, visited)
      return fragment ? fieldsOf([fragment.selectionSet], options, visited) : []
    }),
  )
}
