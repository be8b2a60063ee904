import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  Kind,
  type ScalarTypeDefinitionNode,
  type TypeNode,
  visit,
} from 'graphql'

/** The bound of a value. */
export type Bound = {
  /** Maximum characters (UTF-16 code units) of a text, or of each text in a list. */
  readonly length?: number
  /** Maximum items of a list. */
  readonly size?: number
  /** The lowest and the highest number. */
  readonly range?: readonly [min: number, max: number]
  /** The first and the last day. */
  readonly period?: readonly [from: string, until: string]
}

/** Bounds by schema coordinate: `Type.field(argument:)`, `Input.field`, or the name of a scalar. */
export type Bounds = ReadonlyMap<string, Bound>

/** The bound of a value without a declared one: larger than any declared bound of a text or list. */
export const FALLBACK: Required<Pick<Bound, 'length' | 'size'>> = { length: 10_000, size: 10_000 }

export const argumentAt = (type: string, field: string, argument: string): string =>
  `${type}.${field}(${argument}:)`
export const inputFieldAt = (type: string, field: string): string => `${type}.${field}`

type Declaration = { readonly at: string; readonly node: InputValueDefinitionNode | ScalarTypeDefinitionNode }

/** Every argument of a field, every input field and every scalar that a schema document defines. */
function declarationsOf(document: DocumentNode): readonly Declaration[] {
  return document.definitions.flatMap((definition): Declaration[] => {
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        return [{ at: definition.name.value, node: definition }]
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        return (definition.fields ?? []).map((node) => ({
          at: inputFieldAt(definition.name.value, node.name.value),
          node,
        }))
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return (definition.fields ?? []).flatMap((field) =>
          (field.arguments ?? []).map((node) => ({
            at: argumentAt(definition.name.value, field.name.value, node.name.value),
            node,
          })),
        )
      default:
        return []
    }
  })
}

/** Reads the bounds that a subgraph's schema or a supergraph declares. */
export const readBounds = (document: DocumentNode): Bounds =>
  new Map(
    declarationsOf(document).flatMap(({ at, node }) => {
      const bound = boundOf(node.directives ?? [])
      return bound ? [[at, bound] as const] : []
    }),
  )

function boundOf(directives: readonly ConstDirectiveNode[]): Bound | null {
  const bound: { -readonly [Key in keyof Bound]: Bound[Key] } = {}
  for (const directive of directives) {
    const given = (name: string): ConstValueNode | undefined =>
      directive.arguments?.find((argument) => argument.name.value === name)?.value
    const number = (name: string): number => {
      const value = given(name)
      return value?.kind === Kind.INT ? Number(value.value) : Number.NaN
    }
    const text = (name: string): string => {
      const value = given(name)
      return value?.kind === Kind.STRING ? value.value : ''
    }
    switch (directive.name.value) {
      case 'length':
        bound.length = number('max')
        break
      case 'size':
        bound.size = number('max')
        break
      case 'range':
        bound.range = [number('min'), number('max')]
        break
      case 'period':
        bound.period = [text('from'), text('until')]
        break
    }
  }
  return Object.keys(bound).length > 0 ? bound : null
}

/** The built-in scalars that need a bound at each use, and which bound. */
const NEEDED: Readonly<Record<string, 'length' | 'range'>> = {
  String: 'length',
  ID: 'length',
  Int: 'range',
  Float: 'range',
}

/**
 * Finds the arguments and input fields without a bound, by coordinate: a text or id without `@length`, a number without `@range`, a list
 * without `@size`, and a custom scalar without `@length`. Enums, booleans and input objects are bounded by their type.
 */
export function unbounded(document: DocumentNode): readonly string[] {
  const bounds = readBounds(document)
  return declarationsOf(document).flatMap(({ at, node }) => {
    const bound = bounds.get(at)
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION) return bound?.length === undefined ? [at] : []
    const needed = NEEDED[namedType(node.type)]
    const isMissing =
      (needed !== undefined && bound?.[needed] === undefined) ||
      (isList(node.type) && bound?.size === undefined)
    return isMissing ? [at] : []
  })
}

export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)

export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type))

/** The document with each bound added to a description: introspection shows descriptions, but no directives. */
export function withBoundsDescribed(document: DocumentNode): DocumentNode {
  const described = <Node extends InputValueDefinitionNode | ScalarTypeDefinitionNode>(
    node: Node,
  ): Node | undefined => {
    const bound = boundOf(node.directives ?? [])
    if (!bound) return undefined
    const value = [node.description?.value.trimEnd(), describe(bound)].filter(Boolean).join(' ')
    return { ...node, description: { kind: Kind.STRING, value, block: value.includes('\n') } }
  }
  return visit(document, {
    // Clients cannot give arguments to these directives.
    DirectiveDefinition: () => false,
    InputValueDefinition: described,
    ScalarTypeDefinition: described,
  })
}

function describe({ length, size, range, period }: Bound): string {
  return [
    size === undefined
      ? null
      : `At most ${count(size, 'item')}${length === undefined ? '' : ` of ${count(length, 'character')}`}.`,
    length === undefined || size !== undefined ? null : `At most ${count(length, 'character')}.`,
    range ? `${number(range[0])} to ${number(range[1])}.` : null,
    period ? `${period[0]} to ${period[1]}.` : null,
  ]
    .filter(Boolean)
    .join(' ')
}

const number = (value: number): string => value.toLocaleString('en-GB')
const count = (value: number, unit: string): string => `${number(value)} ${unit}${value === 1 ? '' : 's'}`
