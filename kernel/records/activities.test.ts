import { describe, expect, test } from '@jest/globals'
import { commonActivity, POLICY_VERSION_ID, sharingActivity } from './activities.ts'
import { commonActivities } from './common-activities.ts'

describe('the identification of a processing activity', () => {
  test('is stable: logs of years ago refer to it', () => {
    expect(commonActivity('img', 'eigen-taak')).toBe('urn:samenloop:verwerkingsactiviteit:img:eigen-taak:v1')
    expect(sharingActivity('ncg', 'verstrekking', 'STATUS_EXCHANGE', 'twg-2023')).toBe(
      'urn:samenloop:verwerkingsactiviteit:ncg:verstrekking-status-exchange:twg-2023',
    )
  })

  test('of what every party does is the one that the register describes', () => {
    const task = {
      title: 'Iets',
      purpose: '',
      basis: 'PUBLIC_TASK',
      articles: [],
      subjects: [],
      data: [],
    } as const
    const described = Object.values(commonActivities('ncg', task)).map(({ name, id }) => [name, id])
    const names = ['eigen-taak', 'toegang', 'controle', 'bewaring'] as const
    expect(described).toEqual(names.map((name) => [name, commonActivity('ncg', name)]))
  })

  test('of an activity that not every party has does not compile', () => {
    // @ts-expect-error there is no such activity
    commonActivity('svip', 'reclame')
    // @ts-expect-error a topic of the SVIP declares it
    commonActivity('img', 'besluit')
  })

  test('holds a version of the policy by a name that cannot be mistaken for something else', () => {
    for (const name of ['twg-2023', 'a', '2027']) expect(POLICY_VERSION_ID.test(name)).toBe(true)
    for (const name of ['', 'TWG', 'a:b', 'a b', '-a', 'a\n', 'é', 'a'.repeat(41)])
      expect([name, POLICY_VERSION_ID.test(name)]).toEqual([name, false])
  })
})
