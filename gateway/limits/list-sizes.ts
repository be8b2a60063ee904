import { Kind, parse, visit } from 'graphql'

/** `Type.field` → the maximum length of that list. */
export type ListSizes = ReadonlyMap<string, number>

/** The assumed length of a list without `@listSize`: longer than the lists of one address are. */
export const UNKNOWN_LIST_SIZE = 10

/** Reads `@listSize(assumedSize:)` from a supergraph. */
export function readListSizes(supergraphSdl: string): ListSizes {
  const sizes = new Map<string, number>()
  visit(parse(supergraphSdl, { noLocation: true }), {
    ObjectTypeDefinition(type) {
      for (const { name, directives = [] } of type.fields ?? []) {
        const size = directives
          .find((directive) => /^(cost__)?listSize$/.test(directive.name.value))
          ?.arguments?.find((argument) => argument.name.value === 'assumedSize')?.value
        if (size?.kind === Kind.INT) sizes.set(`${type.name.value}.${name.value}`, Number(size.value))
      }
      return false
    },
  })
  return sizes
}
