import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql'

/**
 * The features of a supergraph that this gateway supports. Any other feature would be ignored silently: a field that must be resolved
 * elsewhere, an argument from the context, an authorisation rule.
 */

const SPECS = 'https://specs.apollo.dev/'
/** The supported features. */
const FEATURES = new Set([
  ...[
    'link/v1.0',
    'join/v0.3',
    'join/v0.4',
    'join/v0.5',
    'inaccessible/v0.2',
    'tag/v0.2',
    'tag/v0.3',
    'cost/v0.1',
  ].map((name) => SPECS + name),
  'https://samenloop.example/bounds/v1.0',
])

/** The supported directives, with their supported arguments. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  cost: ['weight'],
  deprecated: ['reason'],
  inaccessible: [],
  join__enumValue: ['graph'],
  join__field: ['graph', 'requires', 'provides', 'type', 'external', 'override', 'usedOverridden'],
  join__graph: ['name', 'url'],
  join__implements: ['graph', 'interface'],
  join__type: ['graph', 'key', 'extension', 'resolvable', 'isInterfaceObject'],
  join__unionMember: ['graph', 'member'],
  length: ['max'],
  // `as` is not supported: a renamed feature would not be recognised.
  link: ['url', 'for', 'import'],
  listSize: ['assumedSize', 'slicingArguments', 'sizedFields', 'requireOneSlicingArgument'],
  period: ['from', 'until'],
  range: ['min', 'max'],
  size: ['max'],
  specifiedBy: ['url'],
  tag: ['name'],
}

/** @throws {Error} naming the unsupported features that the supergraph uses, and where. */
export function assertKnownFeatures(supergraph: DocumentNode): void {
  const unknown = new Set<string>()
  visit(supergraph, {
    // A directive's definition is no use of it.
    DirectiveDefinition: () => false,
    Directive(node, _key, _parent, _path, ancestors) {
      for (const what of unknownIn(node as ConstDirectiveNode)) unknown.add(`${what}${placeOf(ancestors)}`)
    },
  })
  if (unknown.size > 0)
    throw new Error(
      `the supergraph uses features that this gateway does not support: ${[...unknown].slice(0, 10).join(', ')}`,
    )
}

function unknownIn({ name: { value: name }, arguments: given = [] }: ConstDirectiveNode): string[] {
  const allowed = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined
  if (!allowed) return [`@${name}`]
  return given.flatMap(({ name: { value: argument }, value }) => {
    if (!allowed.includes(argument)) return [`@${name}(${argument}:)`]
    const isFeature = name === 'link' && argument === 'url' && value.kind === Kind.STRING
    return isFeature && !FEATURES.has(value.value) ? [value.value] : []
  })
}

/** ` at Type.field`, as far as the enclosing definitions have names. */
function placeOf(ancestors: readonly unknown[]): string {
  const names = ancestors.flatMap((node) =>
    typeof node === 'object' && node !== null && 'kind' in node && 'name' in node
      ? [(node as { readonly name?: { readonly value: string } }).name?.value ?? []].flat()
      : [],
  )
  return names.length > 0 ? ` at ${names.join('.')}` : ''
}
