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

/** How large an operation is, of a document as it was written; fragments count where they are used, as often as they are. */
export type OperationSize = {
  /** Levels of nesting. */
  readonly depth: number
  /** Fields at the top of the widest operation. */
  readonly rootFields: number
  /** Fields of the largest operation. */
  readonly fields: number
  /** Aliases in the document. */
  readonly aliases: number
  /** Directives in the document. */
  readonly directives: number
}

/** What a selection holds; `here` at its own level. */
type Size = { readonly depth: number; readonly fields: number; readonly here: number }

const NOTHING: Size = { depth: 0, fields: 0, here: 0 }

/**
 * Measures a document. Looks once at each of its nodes and at nothing of the schema, so that measuring a hostile one costs no more than
 * reading it, and it can be refused before it is validated.
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
      // A fragment that contains itself is refused by another rule; here it must only not loop.
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

/** How many lexical tokens a text has, comments left out; where it stops being GraphQL, and beyond `atMost`, it stops counting. */
export function countTokens(text: string, atMost: number): number {
  const lexer = new Lexer(new Source(text))
  let count = 0
  try {
    while (count < atMost && lexer.advance().kind !== TokenKind.EOF) count += 1
  } catch {
    // What cannot be read is told by who parses it.
  }
  return count
}
