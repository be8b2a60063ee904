import type { FetchDataRewrite } from '@apollo/query-planner'
import type { Types } from './types.ts'
import { isJson, type Json, own } from './values.ts'

/** Changes an answer or a representation in place, as the plan prescribes (interface objects, fields whose types differ). */
export type Rewrite = (value: unknown) => void

const FRAGMENT = '... on '

/** Compiles the rewrites of a fetch; `null` when it has none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: Types,
): Rewrite | null {
  if (!rewrites || rewrites.length === 0) return null
  const each = rewrites.map((rewrite) => compileRewrite(rewrite, types))
  return (value) => {
    for (const apply of each) apply(value)
  }
}

function compileRewrite(rewrite: FetchDataRewrite, types: Types): Rewrite {
  const field = rewrite.path.at(-1)
  if (field === undefined) return () => {}
  const change = (object: Json) => {
    if (rewrite.kind === 'ValueSetter') {
      object[field] = rewrite.setValueTo
      return
    }
    const value = own(object, field)
    if (value === undefined) return
    object[rewrite.renameKeyTo] = value
    delete object[field]
  }
  return at(rewrite.path.slice(0, -1), change, types)
}

function at(path: readonly string[], change: (object: Json) => void, types: Types): Rewrite {
  const [first, ...rest] = path
  const inner = first === undefined ? change : at(rest, change, types)
  const apply = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(apply)
    else if (!isJson(value)) return
    else if (first === undefined) change(value)
    else if (!first.startsWith(FRAGMENT)) inner(own(value, first) as Json)
    else if (types.isOfType(value, first.slice(FRAGMENT.length), true)) inner(value)
  }
  return apply
}
