import { describe, expect, test } from '@jest/globals'
import { activity, fixedActivities, POLICY_VERSION_ID, sharingActivity } from './activities.ts'

describe('the identification of a processing activity', () => {
  test('is stable: logs of years ago refer to it', () => {
    expect(activity('img', 'eigen-taak', 'v1')).toBe('urn:samenloop:verwerkingsactiviteit:img:eigen-taak:v1')
    expect(sharingActivity('ncg', 'verstrekking', 'STATUS_EXCHANGE', 'twg-2023')).toBe(
      'urn:samenloop:verwerkingsactiviteit:ncg:verstrekking-status-exchange:twg-2023',
    )
  })

  test('is another one for every activity of every party', () => {
    const ids = fixedActivities().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('of an activity that is not in the list, or not of this party, or of another version, does not compile', () => {
    // @ts-expect-error there is no such activity
    activity('svip', 'reclame', 'v1')
    // @ts-expect-error an agency takes no decisions about sharing
    activity('img', 'besluit', 'v1')
    // @ts-expect-error what one party does not do cannot be done by any of them
    activity('img' as 'img' | 'svip', 'besluit', 'v1')
    // @ts-expect-error there is no such version
    activity('svip', 'besluit', 'v2')
  })

  test('holds a version of the policy by a name that cannot be mistaken for something else', () => {
    for (const name of ['twg-2023', 'a', '2027']) expect(POLICY_VERSION_ID.test(name)).toBe(true)
    for (const name of ['', 'TWG', 'a:b', 'a b', '-a', 'a\n', 'é', 'a'.repeat(41)])
      expect([name, POLICY_VERSION_ID.test(name)]).toEqual([name, false])
  })
})
