import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql'
import type { EnumLabels, ValueLabel } from '../subgraphs/svip/modules/labels/labels.ts'

/**
 * Reads the Dutch names of all values of enums from the schemas of the parties (`@label`).
 * @returns the enums by name, each with its values in the order of the schema.
 * @throws {Error} naming every value without a label, and every value with a label in two schemas.
 */
export function labelsOf(schemas: readonly DocumentNode[]): readonly EnumLabels[] {
  const enums = new Map<string, Map<string, ValueLabel | null>>()
  const faults: string[] = []
  for (const definition of new Set(schemas.flatMap(({ definitions }) => definitions))) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue
    const name = definition.name.value
    const values = enums.get(name) ?? new Map<string, ValueLabel | null>()
    enums.set(name, values)
    for (const value of definition.values ?? []) {
      const label = labelOf(value.name.value, value.directives ?? [])
      const known = values.get(value.name.value)
      if (label && known && JSON.stringify(label) !== JSON.stringify(known))
        faults.push(`${name}.${label.value} has a @label in two schemas`)
      values.set(value.name.value, known ?? label)
    }
  }
  const found = [...enums].map(([name, values]) => ({
    enum: name,
    values: [...values].flatMap(([value, label]) => {
      if (!label) faults.push(`${name}.${value} has no @label`)
      return label ? [label] : []
    }),
  }))
  if (faults.length > 0) throw new Error(`The labels are not complete:\n  - ${faults.join('\n  - ')}`)
  return found.toSorted((a, b) => (a.enum < b.enum ? -1 : 1))
}

function labelOf(value: string, directives: readonly ConstDirectiveNode[]): ValueLabel | null {
  const directive = directives.find(({ name }) => name.value === 'label')
  if (!directive) return null
  const text = (name: string): string => {
    const given = directive.arguments?.find((argument) => argument.name.value === name)?.value
    return given?.kind === Kind.STRING ? given.value : ''
  }
  return { value, label: text('is'), explanation: text('explanation') }
}
