import { describe, expect, test } from '@jest/globals'
import { DATA_CATEGORIES, OWNERS, PURPOSES } from '../../../../kernel/vocabulary.ts'
import { someone } from '../../../../test/support/svip/svip.ts'
import { CATEGORY_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import { isRecipient } from '../../policy/scope.ts'
import { POLICY_VERSIONS, policyInForce } from '../../policy/versions/index.ts'
import { consentForm } from './consent-form.ts'
import { KIND_PURPOSES, requestable } from './kinds.ts'
import { type InformationRequestRow, REQUEST_KINDS, REQUEST_STATES } from './tables.ts'
import { dueOn, requestSettings } from './terms.ts'
import { ACTION_LABELS, OBSTACLE_TEXTS, whatNow } from './texts.ts'
import { REQUEST_ACTIONS } from './transitions.ts'

/** The smaller rules: kinds, terms, the form for the resident, and the texts for the requester. */

describe('kinds', () => {
  test('each has purposes, and OTHER has them all', () => {
    for (const kind of REQUEST_KINDS) expect(KIND_PURPOSES[kind].length).toBeGreaterThan(0)
    expect(KIND_PURPOSES.OTHER).toEqual(PURPOSES)
    expect(KIND_PURPOSES.ACCELERATION).toEqual(['ACCELERATION'])
    expect(KIND_PURPOSES.LINK_HANDLERS).toEqual(['COOPERATION', 'JOINT_INSPECTION', 'INTEGRAL_APPROACH'])
  })
})

describe('what can be requested', () => {
  const today = policyInForce('2026-03-02T09:00:00Z')
  const handler = someone('IMG', 'case_handler')

  test.each([
    ['STATUS_EXCHANGE', ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING']],
    ['COOPERATION', ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS']],
    ['INTEGRAL_APPROACH', ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'FINANCIAL']],
    ['SIGNALLING', ['PRESENCE']],
    ['STUCK_CASE', []],
    ['MONITORING', []],
    ['SUBJECT_ACCESS', []],
    ['MUNICIPAL_PLAN', []],
  ] as const)('by a handler for %s', (purpose, categories) => {
    expect(requestable(today, handler, 'NCG', purpose)).toEqual(categories)
  })

  test('is nothing of the own agency, without a policy or by a role that receives nothing', () => {
    for (const purpose of PURPOSES) {
      expect(requestable(today, handler, 'IMG', purpose)).toEqual([])
      expect(requestable(null, handler, 'NCG', purpose)).toEqual([])
      expect(requestable(today, someone('IMG', 'privacy_officer'), 'NCG', purpose)).toEqual([])
    }
  })

  test('by a municipality of IMG is only whether there is a claim, and by the intervention team everything', () => {
    const municipality = someone('GEMEENTE', 'municipal_officer')
    expect(requestable(today, municipality, 'IMG', 'MUNICIPAL_PLAN')).toEqual(['PRESENCE'])
    expect(requestable(today, municipality, 'NCG', 'MUNICIPAL_PLAN')).toEqual(['PRESENCE', 'STATUS'])
    expect(requestable(today, someone('SVIP', 'intervention_team'), 'NCG', 'STUCK_CASE')).toEqual(
      DATA_CATEGORIES,
    )
  })

  test('never rests on a vital interest alone, for which there is breaking the glass', () => {
    const officer = someone('IMG', 'safety_officer')
    for (const policy of POLICY_VERSIONS)
      for (const owner of OWNERS)
        for (const purpose of PURPOSES) {
          const ordinary = policy.rules.filter(
            (rule) =>
              rule.basis !== 'VITAL_INTEREST' &&
              rule.purposes.includes(purpose) &&
              isRecipient(rule, 'IMG', officer.roles, owner),
          )
          for (const category of requestable(policy, officer, owner, purpose))
            expect(ordinary.some(({ categories }) => categories.includes(category))).toBe(true)
        }
  })
})

describe('terms', () => {
  const terms = requestSettings.parse({ REQUEST_CONSENT_DAYS: '15' })

  test.each([
    ['SUBMITTED', '2026-03-03'],
    ['ASSESSED', '2026-03-03'],
    ['RETURNED', '2026-03-12'],
    ['AWAITING_CONSENT', '2026-03-13'],
    ['FORWARDED', '2026-03-08'],
    ['ANSWERED', '2026-03-28'],
    ['FOLLOWED_UP', '2026-03-28'],
    ['CLOSED', null],
    ['WITHDRAWN', null],
  ] as const)('%s is due on %s, and the next day when somebody may be in danger', (state, day) => {
    expect(dueOn(state, 'COOPERATION', '2026-02-26', terms)).toBe(day)
    expect(dueOn(state, 'ACUTE_SAFETY', '2026-02-26', terms)).toBe(day && '2026-02-27')
  })
})

/** The longest sentence of a text in words, without what follows a colon. */
const longestSentence = (text: string): number =>
  Math.max(
    ...text
      .split(/[.?!:]\s+/)
      .map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length),
  )

describe('the form for the resident', () => {
  const question = {
    number: 'SVIP-2026-000123',
    address: 'Proefstraat 1, 9919AA Loppersum',
    owner: 'NCG',
    recipient: 'IMG',
    purpose: 'COOPERATION',
    categories: ['PLANNING', 'FINDINGS'],
    grantDays: 183,
  } as const
  const form = consentForm(question)

  test('says who requests what from whom, why, about which address and for how long', () => {
    for (const part of [
      'of de NCG gegevens mag delen met het IMG.',
      'de planning en wat er bij de opname is gevonden.',
      'Het IMG gebruikt dit voor: samenwerken aan één adres.',
      'Proefstraat 1, 9919AA Loppersum',
      'SVIP-2026-000123',
      'hoogstens 183 dagen',
    ])
      expect(form).toContain(part)
  })

  test('says that refusing is free, how to withdraw and which rights there are, and offers both answers', () => {
    for (const part of [
      'U hoeft geen ja te zeggen.',
      'geen nadeel',
      'altijd intrekken',
      'Dat werkt direct.',
      'wie uw gegevens heeft gezien',
      'Autoriteit Persoonsgegevens',
      '[ ] Ja',
      '[ ] Nee',
      'Naam, datum en handtekening',
    ])
      expect(form).toContain(part)
  })

  const ASKED_FOR = PURPOSES.filter((purpose) =>
    POLICY_VERSIONS.some(({ rules }) =>
      rules.some(({ basis, purposes }) => basis === 'CONSENT' && purposes.includes(purpose)),
    ),
  )
  test.each(ASKED_FOR)('is plain and complete for %s', (purpose) => {
    for (const owner of OWNERS)
      for (const recipient of ['IMG', 'NCG', 'GEMEENTE', 'SVIP'] as const)
        for (const categories of [...DATA_CATEGORIES.map((category) => [category]), DATA_CATEGORIES]) {
          const text = consentForm({ ...question, owner, recipient, purpose, categories })
          expect(text).toContain(PURPOSE_LABELS[purpose])
          for (const category of DATA_CATEGORIES)
            expect(text.includes(`${CATEGORY_LABELS[category]}`)).toBe(categories.includes(category))
          expect(longestSentence(text.replace(/Het gaat om: .*/, ''))).toBeLessThanOrEqual(20)
          // Addressed to the resident, in words, and not in codes.
          expect(text).not.toMatch(/\b[A-Z]{2,}_[A-Z]+\b|de bewoner|undefined|null|AVG/)
        }
  })
})

describe('the text for the requester', () => {
  const TODAY = '2026-03-03'
  const aRow = (changes: Partial<InformationRequestRow>) =>
    ({
      kind: 'OTHER',
      outcome: null,
      due_on: '2026-03-09',
      revoked_at: null,
      granted_until: '2026-09-01',
      state: 'SUBMITTED',
      ...changes,
    }) as InformationRequestRow

  test('says for every state and kind what happens now and by when', () => {
    for (const state of REQUEST_STATES)
      for (const kind of REQUEST_KINDS)
        for (const outcome of ['GRANTED', 'PARTLY_GRANTED', 'REFUSED'] as const) {
          const text = whatNow(aRow({ state, kind, outcome }), TODAY)
          if (!['CLOSED', 'WITHDRAWN'].includes(state))
            expect(text).toMatch(/^[A-Z].*\. [A-Z][^.]* uiterlijk 9 maart 2026( afgesloten)?\.$/)
          expect(longestSentence(text)).toBeLessThanOrEqual(20)
        }
    expect(whatNow(aRow({ state: 'CLOSED', due_on: null }), TODAY)).toBe('Dit verzoek is afgesloten.')
  })

  test('does not say that data can be seen once they cannot', () => {
    const answered = { state: 'ANSWERED', outcome: 'GRANTED' } as const
    expect(whatNow(aRow(answered), TODAY)).toContain(
      'U ziet de gegevens bij het adres. Dat kan tot en met 1 september 2026.',
    )
    expect(whatNow(aRow(answered), '2026-09-01')).toContain('U ziet')
    expect(whatNow(aRow(answered), '2026-09-02')).toContain(
      'U zag de gegevens bij het adres tot en met 1 september 2026.',
    )
    for (const changes of [
      { ...answered, revoked_at: '2026-03-03T09:00:00Z' },
      { ...answered, outcome: 'REFUSED' },
    ] as const)
      for (const kind of REQUEST_KINDS) {
        const text = whatNow(aRow({ ...changes, kind }), TODAY)
        expect(text).not.toContain('U ziet')
        expect(text).toContain('U kunt het verzoek afsluiten.')
      }
  })

  test('says which follow-up is needed', () => {
    const answered = { state: 'ANSWERED', outcome: 'PARTLY_GRANTED' } as const
    expect(whatNow(aRow({ ...answered, kind: 'LINK_HANDLERS' }), TODAY)).toContain('welke behandelaars')
    expect(whatNow(aRow({ ...answered, kind: 'ACCELERATION' }), TODAY)).toContain('over de versnelling')
  })

  test('exists for every step and for every obstacle', () => {
    expect(new Set(REQUEST_ACTIONS.map((action) => ACTION_LABELS[action])).size).toBe(REQUEST_ACTIONS.length)
    for (const text of Object.values(OBSTACLE_TEXTS)) expect(text).toMatch(/^[A-Z].*\.$/)
  })
})
