import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  valueFromASTUntyped,
  visit,
} from 'graphql'

/** The value of a variable that `@skip` or `@include` depends on. */
export type IsTrue = (variable: string) => boolean

type Conditional = { readonly directives?: readonly DirectiveNode[] | undefined }

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include'

const conditionOf = (directive: DirectiveNode) =>
  directive.arguments?.find(({ name }) => name.value === 'if')?.value

/** Whether a field or fragment is included, by its `@skip` and `@include`. */
export function isIncluded({ directives = [] }: Conditional, isTrue: IsTrue): boolean {
  return directives.filter(isCondition).every((directive) => {
    const condition = conditionOf(directive)
    if (!condition) return true
    const value =
      condition.kind === Kind.VARIABLE
        ? isTrue(condition.name.value)
        : valueFromASTUntyped(condition) === true
    return value === (directive.name.value === 'include')
  })
}

/** The directives without `@skip` and `@include`. */
export const unconditional = ({ directives = [] }: Conditional): readonly DirectiveNode[] =>
  directives.filter((directive) => !isCondition(directive))

/** The variables that `@skip` and `@include` depend on. */
export function switchesOf(document: DocumentNode): readonly string[] {
  const switches = new Set<string>()
  visit(document, {
    Directive(directive) {
      const condition = isCondition(directive) && conditionOf(directive)
      if (condition && condition.kind === Kind.VARIABLE) switches.add(condition.name.value)
    },
  })
  return [...switches]
}

/** The fragment of a spread or an inline fragment; `null` when it is in `visited`, to which it is added. */
export function fragmentOf(
  selection: FragmentSpreadNode | InlineFragmentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  visited: Set<string>,
): FragmentDefinitionNode | InlineFragmentNode | null {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection
  const name = selection.name.value
  if (visited.has(name)) return null
  visited.add(name)
  return fragments.get(name) ?? null
}
