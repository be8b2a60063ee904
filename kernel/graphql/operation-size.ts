import {
  type DocumentNode,
  Kind,
  Lexer,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  visit,
} from 'graphql'

/** The size of the operations in a document; a fragment counts at each use. */
export type OperationSize = {
  /** Levels of nesting. */
  readonly depth: number
  /** Root fields of the widest operation. */
  readonly rootFields: number
  /** Fields of the largest operation. */
  readonly fields: number
  /** Aliases in the document. */
  readonly aliases: number
  /** Directives in the document. */
  readonly directives: number
}

/** The size of a selection; `here` counts its own level. */
type Size = { readonly depth: number; readonly fields: number; readonly here: number }

const NOTHING: Size = { depth: 0, fields: 0, here: 0 }

/**
 * Measures a document. It visits each node once and needs no schema, so that a hostile document costs no more than its parsing, and can be
 * refused before validation.
 */
export function measure(document: DocumentNode): OperationSize {
  const sizeOf = createMeasure(document)
  const sizes = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [sizeOf(definition.selectionSet)] : [],
  )
  const largest = (what: keyof Size): number => Math.max(0, ...sizes.map((size) => size[what]))
  let aliases = 0
  let directives = 0
  visit(document, {
    Field: ({ alias }) => {
      if (alias) aliases += 1
    },
    Directive: () => {
      directives += 1
    },
  })
  return {
    depth: largest('depth'),
    rootFields: largest('here'),
    fields: largest('fields'),
    aliases,
    directives,
  }
}

function createMeasure(document: DocumentNode): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>()
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const sizeOf = ({ selections }: SelectionSetNode): Size =>
    selections.map(sizeOfSelection).reduce(add, NOTHING)

  function sizeOfSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet)
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? sizeOf(selection.selectionSet) : NOTHING
      return { depth: inner.depth + 1, fields: inner.fields + 1, here: 1 }
    }
    const name = selection.name.value
    const fragment = fragments.get(name)
    if (fragment && !known.has(name)) {
      // Another rule refuses a fragment that contains itself; here it must only not loop.
      known.set(name, NOTHING)
      known.set(name, sizeOf(fragment.selectionSet))
    }
    return known.get(name) ?? NOTHING
  }
  return sizeOf
}

const add = (first: Size, second: Size): Size => ({
  depth: Math.max(first.depth, second.depth),
  fields: first.fields + second.fields,
  here: first.here + second.here,
})

/** Counts the lexical tokens of a text, without comments, up to `atMost` or the first syntax error. */
export function countTokens(text: string, atMost: number): number {
  const lexer = new Lexer(new Source(text))
  let count = 0
  try {
    while (count < atMost && lexer.advance().kind !== TokenKind.EOF) count += 1
  } catch {
    // The parser reports the syntax error.
  }
  return count
}
