import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { type ListSizes, UNKNOWN_LIST_SIZE } from './list-sizes.ts'

/**
 * The cost of an operation is the maximum number of objects in its answer. Lists count at their maximum length, nested lists multiply, and
 * skipped fields count too.
 */

type Variables = Readonly<Record<string, unknown>>
/** Counts objects; `page` is the page size of the enclosing connection. */
type Count = (variables: Variables, page: number) => number

const NONE: Count = () => 0

export type CostOptions = {
  readonly schema: GraphQLSchema
  readonly listSizes: ListSizes
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** Compiles a valid operation to a function from its variables to its cost. */
export function compileCost(
  operation: OperationDefinitionNode,
  { schema, listSizes, fragments }: CostOptions,
): (variables: Variables) => number {
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  )

  const ofSet = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): Count =>
    sum(selections.map((selection) => ofSelection(selection, parent)))

  function ofSelection(selection: SelectionNode, parent: GraphQLCompositeType): Count {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent)
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    const type = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent
    return fragment && isCompositeType(type) ? ofSet(fragment.selectionSet, type) : NONE
  }

  function ofField({ name, arguments: given = [], selectionSet }: FieldNode, parent: GraphQLCompositeType) {
    const field = 'getFields' in parent ? parent.getFields()[name.value] : undefined
    const type = field && getNamedType(field.type)
    // Introspection is answered by the gateway, from memory.
    if (!field || !selectionSet || !isCompositeType(type) || type.name.startsWith('__')) return NONE
    const inner = ofSet(selectionSet, type)
    const pageSize = pageSizeOf(field, given, defaults)
    const length = lengthOf(field.type, listSizes.get(`${parent.name}.${name.value}`), {
      ofPage: isPage(parent) && (name.value === 'nodes' || name.value === 'edges'),
      pageSize,
    })
    return (variables: Variables, page: number): number =>
      length(variables, page) * (1 + inner(variables, pageSize?.(variables, page) ?? page))
  }

  const count = ofSet(operation.selectionSet, rootOf(schema, operation))
  return (variables) => count(variables, 1)
}

const sum = (counts: readonly Count[]): Count => {
  const counting = counts.filter((count) => count !== NONE)
  if (counting.length === 0) return NONE
  return (variables, page) => counting.reduce((total, count) => total + count(variables, page), 0)
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLCompositeType {
  const root = schema.getRootType(operation)
  if (!root) throw new Error(`there is no ${operation} in this schema`)
  return root
}

/** Whether a type is a connection: its lists are as long as the field's argument `first`. */
const isPage = (type: GraphQLCompositeType): boolean => 'getFields' in type && 'pageInfo' in type.getFields()

type Field = GraphQLField<unknown, unknown>

/** The value of `first`; a subgraph refuses a value that is not a number. */
function pageSizeOf(field: Field, given: readonly ArgumentNode[], defaults: Variables): Count | null {
  const argument = field.args.find(({ name }) => name === 'first')
  if (!argument) return null
  const usual = atLeastNone(argument.defaultValue)
  const value = given.find(({ name }) => name.value === 'first')?.value
  if (value?.kind === Kind.INT) {
    const size = atLeastNone(Number(value.value))
    return () => size
  }
  if (value?.kind !== Kind.VARIABLE) return () => usual
  const variable = value.name.value
  // An explicit null does not become the variable's default; the subgraph then uses its usual page size.
  return (variables) =>
    atLeastNone((variable in variables ? variables[variable] : defaults[variable]) ?? usual)
}

const atLeastNone = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0)

function lengthOf(
  type: GraphQLOutputType,
  known: number | undefined,
  { ofPage, pageSize }: { readonly ofPage: boolean; readonly pageSize: Count | null },
): Count {
  const lists = countLists(type)
  if (lists === 0) return () => 1
  const inner = UNKNOWN_LIST_SIZE ** (lists - 1)
  if (ofPage) return (_variables, page) => page * inner
  if (pageSize) return (variables, page) => pageSize(variables, page) * inner
  const length = (known ?? UNKNOWN_LIST_SIZE) * inner
  return () => length
}

function countLists(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return countLists(type.ofType)
  return isListType(type) ? 1 + countLists(type.ofType) : 0
}
