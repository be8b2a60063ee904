import { describe, expect, test } from '@jest/globals'
import { sharingActivity } from '../../../kernel/records/activities.ts'
import { ORGANISATIONS, OWNERS, PURPOSES, ROLES } from '../../../kernel/vocabulary.ts'
import { ACTIVITIES } from '../../../tools/schema.ts'
import { isRecipient } from '../policy/scope.ts'
import { POLICY_VERSIONS } from '../policy/versions/index.ts'
import { twg2023 } from '../policy/versions/twg-2023.ts'
import { registerMarkdown } from './document.ts'
import { processingRegister } from './register.ts'

const register = processingRegister(POLICY_VERSIONS, ACTIVITIES)
const ids = register.activities.map(({ id }) => id)
const find = (end: string) => register.activities.find(({ id }) => id.endsWith(`:${end}`))

describe('the register of processing activities', () => {
  test('names each activity once', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('answers everything that AVG art. 30(1) asks, for each of them', () => {
    for (const {
      id,
      controller,
      purpose,
      legalBasis,
      articles,
      dataSubjects,
      ...activity
    } of register.activities) {
      const answers = [
        controller.name,
        controller.contact,
        purpose,
        ...[legalBasis, articles, dataSubjects, activity.personalData.categories, activity.measures].map(
          (each) => each[0],
        ),
      ]
      expect([id, answers.filter((answer) => answer === undefined || answer === '')]).toEqual([id, []])
    }
  })

  test('holds an activity on both sides for all that any version of the policy can give, and for nothing else', () => {
    const expected = new Set<string>()
    for (const policy of POLICY_VERSIONS)
      for (const purpose of PURPOSES)
        for (const owner of OWNERS)
          for (const recipient of ORGANISATIONS) {
            const about = policy.rules.filter((rule) => rule.purposes.includes(purpose))
            if (!about.some((rule) => isRecipient(rule, recipient, ROLES, owner))) continue
            expected.add(sharingActivity(owner.toLowerCase(), 'verstrekking', purpose, policy.id))
            expected.add(sharingActivity(recipient.toLowerCase(), 'ontvangst', purpose, policy.id))
          }
    const shared = ids.filter((id) => /:(verstrekking|ontvangst)-/.test(id))
    expect(shared.toSorted()).toEqual([...expected].toSorted())
  })

  test('says what is shared with whom, on which basis, under which condition', () => {
    expect(find('img:verstrekking-cooperation:twg-2023')).toMatchObject({
      version: 'twg-2023',
      validFrom: '2023-07-01',
      validUntil: null,
      controller: { entityId: 'IMG' },
      legalBasis: ['Consent', 'OfficialAuthorityOfController'],
      recipients: [{ entityId: 'NCG', legalRole: 'Recipient' }],
      sources: [],
      transfers: [],
    })
    expect(find('ncg:ontvangst-cooperation:twg-2023')).toMatchObject({
      controller: { entityId: 'NCG' },
      sources: [{ entityId: 'IMG' }],
      recipients: [],
    })
    expect(find('gemeente:ontvangst-acute-safety:twg-2023')?.sources).toHaveLength(2)
    expect(find('img:verstrekking-cooperation:guo-2020')).toMatchObject({
      legalBasis: ['Consent'],
      validUntil: '2023-06-30',
    })
  })

  test('keeps what is there when the policy gets a new version', () => {
    const next = { ...twg2023, id: 'twg-2027', from: '2027-01-01' }
    const after = new Set(
      processingRegister([...POLICY_VERSIONS, next], ACTIVITIES).activities.map(({ id }) => id),
    )
    expect(ids.filter((id) => !after.has(id))).toEqual([])
    expect(after).toContain('urn:samenloop:verwerkingsactiviteit:img:verstrekking-cooperation:twg-2027')
  })

  test('is a page on which each activity is named', () => {
    const page = registerMarkdown(register)
    for (const id of ids) expect(page).toContain(`\`${id}\``)
  })
})
