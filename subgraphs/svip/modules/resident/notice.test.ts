import { describe, expect, test } from '@jest/globals'
import {
  DATA_CATEGORIES,
  LEGAL_BASES,
  ORGANISATIONS,
  PURPOSES,
  ROLES,
} from '../../../../kernel/vocabulary.ts'
import { recipientName, roleLabel } from '../../overview/parties.ts'
import {
  BASIS_TEXTS,
  CATEGORY_REASONS,
  CONTACT,
  capital,
  REFUSAL_REASONS,
  RETENTION,
  rights,
  SHORT_BASIS,
} from '../../overview/texts.ts'
import { CATEGORY_LABELS } from '../../policy/labels.ts'
import { REFUSAL_ORDER } from '../../policy/reasons.ts'
import type { Disclosure } from './disclosure.ts'
import { noticeOf } from './notice.ts'

const SHARED: Disclosure = {
  id: 'a7a7f9c8-0f0e-4a53-9d6d-6f0a3f6d3c11',
  at: '2026-11-22T23:30:00.000Z',
  kind: 'SHARED',
  owner: 'IMG',
  recipient: { organisation: 'NCG', roles: ['case_handler'], municipality: null },
  purpose: 'COOPERATION',
  outcome: 'PARTIAL',
  reason: 'CONSENT_MISSING',
  categories: ['PRESENCE', 'STATUS'],
  withheld: ['FINDINGS'],
  grounds: [{ basis: 'PUBLIC_TASK', article: 'TwG art. 2a lid 1', categories: ['PRESENCE', 'STATUS'] }],
  policyVersion: 'twg-2023',
}

/** Longer sentences are hard to follow (level B1). */
const MAX_WORDS = 20

const longSentences = (text: string): string[] =>
  text
    .split(/\n|(?<=[.?!:])\s/)
    // A citation is not a sentence.
    .filter((sentence) => !sentence.startsWith('Artikel') && sentence.split(/\s+/).length > MAX_WORDS)

describe('the notice about a disclosure', () => {
  test('says who got what from whom, why each category, on which ground and article, how long, and what one can do', () => {
    const notice = noticeOf(SHARED) ?? ''
    expect(notice).toContain('Op 23 november 2026')
    expect(notice).toContain('Het IMG heeft ze gegeven. De NCG heeft ze gekregen (bewonersbegeleider).')
    expect(notice).toContain('Waarvoor: samenwerken aan één adres.')
    expect(notice).toContain(`- Hoe ver het dossier is. ${CATEGORY_REASONS.STATUS}`)
    expect(notice).toContain(BASIS_TEXTS.PUBLIC_TASK)
    expect(notice).toContain('Artikel: TwG art. 2a lid 1.')
    expect(notice).toContain(RETENTION)
    expect(notice).toContain('Autoriteit Persoonsgegevens')
    expect(notice).toContain(CONTACT)
    expect(notice).not.toContain(capital(CATEGORY_LABELS.FINDINGS))
  })

  test('names the municipality that received the data', () => {
    const recipient = {
      organisation: 'GEMEENTE',
      roles: ['municipal_officer'],
      municipality: '1979',
    } as const
    expect(noticeOf({ ...SHARED, recipient })).toContain('De gemeente Eemsdelta heeft ze gekregen')
  })

  test('mentions objection for the public task, and withdrawal for consent', () => {
    const on = (basis: (typeof LEGAL_BASES)[number]) =>
      noticeOf({ ...SHARED, grounds: [{ basis, article: 'x', categories: ['STATUS'] }] }) ?? ''
    expect(on('PUBLIC_TASK')).toContain('Bezwaar:')
    expect(on('PUBLIC_TASK')).not.toContain('Intrekken:')
    expect(on('CONSENT')).toContain('Intrekken:')
    expect(on('CONSENT')).not.toContain('Bezwaar:')
    expect(on('VITAL_INTEREST')).not.toMatch(/Bezwaar:|Intrekken:/)
  })

  test('exists for every category, purpose and ground, without an empty text and in short sentences', () => {
    for (const purpose of [...PURPOSES, null])
      for (const basis of LEGAL_BASES)
        for (const category of DATA_CATEGORIES) {
          const grounds = [{ basis, article: 'x', categories: [category] }]
          const notice = noticeOf({ ...SHARED, purpose, categories: [category], grounds }) ?? ''
          expect(notice).toContain(CATEGORY_REASONS[category])
          expect(notice).not.toMatch(/undefined|null|: \.|\(\)/)
          expect(longSentences(notice)).toEqual([])
        }
  })

  test('is not made for a refusal', () => {
    expect(noticeOf({ ...SHARED, kind: 'REFUSED', grounds: [], categories: [] })).toBeNull()
  })
})

test('every refusal has a reason that a resident can read', () => {
  for (const refusal of REFUSAL_ORDER) {
    expect(REFUSAL_REASONS[refusal].trim()).not.toBe('')
    expect(longSentences(`Omdat ${REFUSAL_REASONS[refusal]}.`)).toEqual([])
  }
})

test('every right and ground is explained in short sentences', () => {
  for (const text of [
    ...rights(LEGAL_BASES),
    ...Object.values(BASIS_TEXTS),
    ...Object.values(SHORT_BASIS),
    RETENTION,
  ]) {
    expect(text.trim()).not.toBe('')
    expect(longSentences(text)).toEqual([])
  }
})

test('every organisation and role has a name', () => {
  for (const organisation of ORGANISATIONS)
    for (const role of ROLES) {
      expect(roleLabel(organisation, role)).toMatch(/^[a-z]/)
      expect(recipientName({ organisation, roles: [role], municipality: '1979' })).toMatch(/^(de|het) /)
    }
})
