import { beforeEach, describe, expect, test } from '@jest/globals'
import type { DataCategory } from '../../kernel/vocabulary.ts'
import { agencyUnderTest, someone } from '../../test/support/owner/agency-under-test.ts'
import { aProject, PROJECT } from '../../test/support/owner/ncg.ts'
import { addressOf } from '../../test/support/owner/store-under-test.ts'
import { ncg } from './server.ts'

const agency = agencyUnderTest(ncg, 'strengthening_project')

const HANDLER = someone('NCG')
const OTHER_SIDE = someone('IMG')
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Address { strengthening { categories project { ${PROJECT} } } }
  ... on StrengtheningProject { reference status } } }`

const atAddress = async (caller = OTHER_SIDE, categories?: DataCategory[], number = 1) => {
  const ncgGrant = categories ? agency.grant(caller, addressOf(number), categories) : null
  return await agency.ask(caller, ENTITIES, {
    of: [{ __typename: 'Address', id: addressOf(number), ncgGrant }],
  })
}

describe('at an address the other side', () => {
  beforeEach(async () => {
    await agency.store.register(aProject())
  })
  const strengthening = (value: unknown) => ({ _entities: [{ strengthening: value }] })

  test('receives the granted categories, and null for the rest', async () => {
    const { data, errors } = await atAddress(OTHER_SIDE, ['PRESENCE', 'STATUS'])
    expect(errors).toEqual([])
    expect(data).toEqual(
      strengthening({
        categories: ['PRESENCE', 'STATUS'],
        project: {
          id: aProject().id,
          reference: 'ref-1',
          programme: 'BATCH',
          status: 'S4_2',
          phase: 'PLANNING',
          startedAt: '2024-02-29',
          completedAt: null,
          handler: null,
          inspection: null,
          contract: null,
          contractSigned: null,
          advice: null,
          measures: null,
          riskProfile: null,
          estimatedCostCents: null,
          circumstances: null,
          revision: 1,
          address: { id: addressOf(1) },
        },
      }),
    )
    expect(agency.lines()).toMatchObject([
      {
        attributes: {
          'samenloop.fields': expect.arrayContaining(['project.reference', 'project.status']),
        },
      },
    ])
    // Selected, but withheld: the line has only the returned fields.
    expect(agency.lines()).not.toMatchObject([
      { attributes: { 'samenloop.fields': expect.arrayContaining(['project.handler.name']) } },
    ])
  })

  test('receives null without a grant, without an error', async () => {
    expect(await atAddress()).toMatchObject({
      data: strengthening({ categories: [], project: null }),
      codes: [],
    })
  })

  test('cannot see that there is a project when presence may not be shared, without an error', async () => {
    const { data, codes } = await atAddress(OTHER_SIDE, ['STATUS'])
    expect({ data, codes }).toEqual({
      data: strengthening({ categories: ['STATUS'], project: null }),
      codes: [],
    })
  })

  test('sees that there is none when presence may be shared', async () => {
    expect((await atAddress(OTHER_SIDE, ['PRESENCE'], 2)).data).toEqual(
      strengthening({ categories: ['PRESENCE'], project: null }),
    )
  })

  test('receives nothing by the id of a project', async () => {
    const { data } = await agency.ask(OTHER_SIDE, ENTITIES, {
      of: [{ __typename: 'StrengtheningProject', id: aProject().id }],
    })
    expect(data).toEqual({ _entities: [null] })
    expect(agency.lines()).toHaveLength(1)
  })

  test('receives nothing when the log cannot be written', async () => {
    agency.breakLog()
    const answer = await atAddress(OTHER_SIDE, ['PRESENCE', 'STATUS'])
    expect(answer).toMatchObject({ data: strengthening(null), codes: ['RECORD_UNAVAILABLE'] })
  })

  test.each(['', '1', 'x'.repeat(16), '1979010000000001'])(
    'gets null for %j, which is not an address',
    async (id) => {
      const { data } = await agency.ask(OTHER_SIDE, ENTITIES, { of: [{ __typename: 'Address', id }] })
      expect(data).toEqual({ _entities: [null] })
    },
  )

  test('costs one statement and one commit for a hundred addresses', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index)
    const of = await Promise.all(
      numbers.map(async (number) => ({
        __typename: 'Address',
        id: addressOf(number),
        ncgGrant: agency.grant(OTHER_SIDE, addressOf(number), ['PRESENCE']),
      })),
    )
    const { errors } = await agency.ask(OTHER_SIDE, ENTITIES, { of })
    expect(errors).toEqual([])
    expect(agency.cost()).toEqual({ statements: 1, commits: 1 })
    expect(agency.lines()).toHaveLength(100)
  })
})

describe('own staff', () => {
  test('see everything at an address without a grant', async () => {
    await agency.store.register(aProject())
    const { data } = await atAddress(HANDLER)
    expect(data).toMatchObject({
      _entities: [{ strengthening: { project: { circumstances: 'Bewoner werkt in nachtdienst.' } } }],
    })
  })
})
