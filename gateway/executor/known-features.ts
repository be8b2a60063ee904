import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql'

/**
 * What of a supergraph this gateway obeys. Anything else would be left out without a word: a field that must be asked elsewhere,
 * an argument that must come from the context, a rule about who may see it.
 */

const SPECS = 'https://specs.apollo.dev/'
/** The features that a supergraph may link. */
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

/** The directives that may stand in a supergraph, with the arguments that may be given. */
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
  // Without `as`: a feature under another name would not be recognised.
  link: ['url', 'for', 'import'],
  listSize: ['assumedSize', 'slicingArguments', 'sizedFields', 'requireOneSlicingArgument'],
  period: ['from', 'until'],
  range: ['min', 'max'],
  size: ['max'],
  specifiedBy: ['url'],
  tag: ['name'],
}

/** @throws {Error} naming what the supergraph holds that this gateway does not know, and where. */
export function assertKnownFeatures(supergraph: DocumentNode): void {
  const unknown = new Set<string>()
  visit(supergraph, {
    // What a directive could hold is no use of it.
    DirectiveDefinition: () => false,
    Directive(node, _key, _parent, _path, ancestors) {
      for (const what of unknownIn(node as ConstDirectiveNode)) unknown.add(`${what}${placeOf(ancestors)}`)
    },
  })
  if (unknown.size > 0)
    throw new Error(
      `the supergraph uses what this gateway does not know, and would not obey: ${[...unknown].slice(0, 10).join(', ')}`,
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

/** ` at Type.field`, as far as the definitions around it have names. */
function placeOf(ancestors: readonly unknown[]): string {
  const names = ancestors.flatMap((node) =>
    typeof node === 'object' && node !== null && 'kind' in node && 'name' in node
      ? [(node as { readonly name?: { readonly value: string } }).name?.value ?? []].flat()
      : [],
  )
  return names.length > 0 ? ` at ${names.join('.')}` : ''
}
