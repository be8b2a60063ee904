import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { describe, expect, test } from '@jest/globals'
import { isEnumType, isIntrospectionType, parse } from 'graphql'
import { labelsByEnum } from '../subgraphs/svip/modules/labels/labels.ts'
import { labelsOf } from './labels.ts'

describe('the labels of schemas', () => {
  test('are found on the values, also when another schema repeats the enum without them', () => {
    const here = parse('enum Kind { ONE @label(is: "Eén", explanation: "De eerste.") }')
    const there = parse('enum Kind { ONE } enum Other { A @label(is: "A", explanation: "De A.") }')
    expect(labelsOf([there, here, here])).toEqual([
      { enum: 'Kind', values: [{ value: 'ONE', label: 'Eén', explanation: 'De eerste.' }] },
      { enum: 'Other', values: [{ value: 'A', label: 'A', explanation: 'De A.' }] },
    ])
  })

  test('are refused when one is missing, or has two names', () => {
    const one = parse('enum Kind { ONE TWO @label(is: "Twee", explanation: "De tweede.") }')
    const two = parse('enum Kind { TWO @label(is: "Anders", explanation: "De tweede.") }')
    expect(() => labelsOf([one, two])).toThrow(
      'The labels are not complete:\n  - Kind.TWO has a @label in two schemas\n  - Kind.ONE has no @label',
    )
  })
})

describe('the labels that the SVIP serves', () => {
  const labels = [...labelsByEnum().values()]

  test('are those of every value of every enum that a client can meet', () => {
    const api = Supergraph.build(readFileSync('schema/supergraph.graphql', 'utf8'))
      .apiSchema()
      .toGraphQLJSSchema()
    const enums = Object.values(api.getTypeMap()).filter(
      (type) => isEnumType(type) && !isIntrospectionType(type),
    )
    const valuesOf = new Map(
      labels.map((each) => [each.enum, each.values.map(({ value }) => value).toSorted()]),
    )
    expect(enums.length).toBeGreaterThan(50)
    for (const type of enums)
      expect([type.name, valuesOf.get(type.name)]).toEqual([
        type.name,
        isEnumType(type) &&
          type
            .getValues()
            .map(({ name }) => name)
            .toSorted(),
      ])
  })

  test('fit on a button, and differ within one enum', () => {
    for (const { values } of labels) {
      expect(new Set(values.map(({ label }) => label)).size).toBe(values.length)
      for (const { label, explanation } of values) {
        expect(label).toMatch(/^[\dA-Z].{1,44}(?<!\.)$/u)
        expect(explanation).toMatch(/^[A-Z0-9].{5,150}[.?]$/u)
      }
    }
  })
})
