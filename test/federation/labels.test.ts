import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { client } from '../support/system.ts'

/** The Dutch names of the values of enums, for screens. */

const system = client()
const LABELS =
  'query($enums: [String!]) { labels(enums: $enums) { enum values { value label explanation } } }'

test('are for all staff, of the enums of all three parties, each enum once', async () => {
  const enums = ['SignalState', 'DamageStatus', 'StrengtheningStatus', 'SignalState']
  for (const as of ['img.handler', 'ncg.svip', 'gemeente.eemsdelta', 'privacy.officer']) {
    const { data } = await system.ask(LABELS, { as, variables: { enums } })
    expect(data.labels.map((each: { enum: string }) => each.enum)).toEqual(enums.slice(0, 3))
    expect(data.labels[0].values[2]).toEqual({
      value: 'ACTED_ON',
      label: 'In behandeling',
      explanation: 'Er wordt iets mee gedaan.',
    })
  }
})

test('are all given without names, and are those of the schema', async () => {
  const { data } = await system.ask(LABELS, { as: 'ncg.handler' })
  expect(data.labels).toEqual(JSON.parse(readFileSync('schema/labels.json', 'utf8')))
})

test('of an unknown enum are refused, with what to do and without the name that was sent', async () => {
  const { errors } = await system.ask(LABELS, { as: 'ncg.handler', variables: { enums: ['GEHEIM'] } })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  expect(errors[0]?.message).toBe(
    'In enums staat een naam die er niet is. Laat enums weg om alle namen te zien.',
  )
})
