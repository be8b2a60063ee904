import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DATA_CATEGORIES, type DataCategory, OWNERS } from '../../../kernel/vocabulary.ts'
import {
  aConsent,
  aGrantedRequest,
  anEmergency,
  anObjection,
  aRequest,
  aWish,
  bothTracks,
  requests,
  someFacts,
  someFactsOrOther,
  someone,
} from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import type { AccessRequest, Facts } from './decision.ts'
import { BREAK_GLASS_TEXT, CATEGORY_LABELS, IF_CONCURRENCE_TEXT } from './labels.ts'
import { policyInForce } from './versions/index.ts'

/** An explanation recommends nothing that would be refused: a caller who follows it gets the promised categories. */

const decided = (request: AccessRequest, facts: Facts) =>
  decide(request, facts, policyInForce(request.instant))

/** The categories that a part of a text enumerates. */
const named = (text: string): readonly DataCategory[] =>
  DATA_CATEGORIES.filter((category) => text.includes(CATEGORY_LABELS[category]))
const until = (text: string, end = '.') => text.slice(0, text.indexOf(end))

/** A promise in the text: a remedy, and the categories that it opens. */
type Promised = {
  readonly does: string
  readonly opens: readonly DataCategory[]
  readonly ifConcurrence: boolean
  readonly after: Facts
}

function promises(explanation: string, request: AccessRequest, facts: Facts): readonly Promised[] {
  const { caller, owner, purpose, instant } = request
  if (purpose === null) return []
  const to = { owner, recipient: caller.organisation, subject: caller.subject, validFrom: instant }
  return explanation
    .split('Niet gedeeld: ')
    .slice(1)
    .flatMap((part) => {
      const all = named(until(part))
      const ifConcurrence = part.includes(IF_CONCURRENCE_TEXT)
      const promise = (does: string, opens: readonly DataCategory[], after: Partial<Facts>): Promised => ({
        does,
        opens,
        ifConcurrence,
        after: { ...facts, ...after },
      })
      const after = (text: string) => named(until(part.slice(part.indexOf(text) + text.length)))
      const consents = [
        ...facts.consents,
        aConsent({
          id: 'new',
          owner,
          recipient: caller.organisation,
          purposes: [purpose],
          categories: all,
          validFrom: instant,
        }),
      ]
      const wish = 'Dan mag ook worden gedeeld: '
      const granted = 'Als het wordt toegekend, wordt gedeeld: '
      return [
        ...(/vraag de bewoner (om toestemming|of de toestemming)/.test(part)
          ? [promise('consent', all, { consents })]
          : []),
        ...(part.includes('Dan worden deze gegevens gedeeld')
          ? [promise('both files', all, { tracks: bothTracks })]
          : []),
        ...(part.includes(wish) ? [promise('wish', after(wish), { wish: aWish })] : []),
        ...(part.includes(granted)
          ? [
              promise('request', after(granted), {
                requests: [
                  ...(facts.requests ?? []),
                  aGrantedRequest({
                    ...to,
                    id: 'new',
                    purpose,
                    categories: after(granted),
                    validUntil: '2099-01-01',
                  }),
                ],
              }),
            ]
          : []),
        // Without named categories, it must open at least one of the withheld ones.
        ...(part.includes(BREAK_GLASS_TEXT)
          ? [
              promise('emergency', [], {
                emergencies: [
                  ...(facts.emergencies ?? []),
                  anEmergency({ ...to, id: 'new', categories: all, validUntil: '2099-01-01' }),
                ],
              }),
            ]
          : []),
      ]
    })
}

describe('every recommendation of an explanation', () => {
  test('opens the promised categories', () => {
    const kept = new Map<string, number>()
    fc.assert(
      fc.property(requests, someFactsOrOther, (request, facts) => {
        const before = decided(request, facts)
        for (const { does, opens, ifConcurrence, after } of promises(before.explanation, request, facts)) {
          const isThere = OWNERS.every((owner) => after.tracks.some((track) => track.owner === owner))
          if (ifConcurrence && !isThere) continue
          const { categories } = decided(request, after)
          expect([does, before.explanation, opens.filter((each) => !categories.includes(each))]).toEqual([
            does,
            before.explanation,
            [],
          ])
          if (does === 'emergency') expect(categories.length).toBeGreaterThan(before.categories.length)
          kept.set(does, (kept.get(does) ?? 0) + 1)
        }
      }),
      { numRuns: 6000 },
    )
    // Each kind occurred at least once.
    expect([...kept.keys()].sort()).toEqual(['both files', 'consent', 'emergency', 'request', 'wish'])
  })

  test('is not consent or a request without files on both sides', () => {
    const { explanation } = decided(aRequest(), someFacts({ tracks: bothTracks.slice(0, 1) }))
    expect(explanation).toContain('wacht tot er bij allebei een dossier is')
    expect(explanation).not.toMatch(/vraag de bewoner|informatieverzoek/)
  })

  test('is not a request where an objection would stop it, or for a caller who cannot submit one', () => {
    const objected = someFacts({ objections: [anObjection()] })
    expect(decided(aRequest(), objected).explanation).not.toContain('informatieverzoek')
    const officer = aRequest({ caller: someone('IMG', 'svip_officer') })
    expect(decided(officer, someFacts()).explanation).not.toContain('informatieverzoek')
    expect(decided(aRequest(), someFacts()).explanation).toContain('Dien een informatieverzoek in')
  })

  test('is emergency access where that opens something', () => {
    const officer = aRequest({ caller: someone('IMG', 'safety_officer'), purpose: 'ACUTE_SAFETY' })
    expect(decided(officer, someFacts({ tracks: [] })).explanation).toContain(BREAK_GLASS_TEXT)
    expect(decided({ ...officer, purpose: 'COOPERATION' }, someFacts()).explanation).not.toContain(
      BREAK_GLASS_TEXT,
    )
  })

  test('reveals nothing about files on the other side to a caller who may not know', () => {
    // An objection stands, so the text must be the same with and without a file.
    const text = (tracks: Facts['tracks']) =>
      decided(aRequest(), someFacts({ tracks, objections: [anObjection()] })).explanation
    expect(text(bothTracks)).toContain(IF_CONCURRENCE_TEXT)
    expect(text(bothTracks.slice(0, 1))).toBe(text(bothTracks))
  })
})

describe('a category that a desk left out of a granted request', () => {
  const granted = aGrantedRequest({ id: 'r', categories: ['PLANNING'] })
  const consent = aConsent({ categories: ['PLANNING', 'FINDINGS'], requestId: 'r' })

  test('is explained as left out, and not as a missing consent', () => {
    const { explanation, categories } = decided(aRequest(), someFacts({ requests: [granted] }))
    expect(categories).toContain('PLANNING')
    expect(explanation).toContain('het informatieverzoek dat is toegekend, geeft deze gegevens niet')
    expect(explanation).not.toContain('geen toestemming gegeven')
  })

  test('is explained so also when the resident had consented to it for that request', () => {
    const facts = someFacts({ requests: [{ ...granted, basis: 'CONSENT' }], consents: [consent] })
    expect(decided(aRequest(), facts).explanation).toContain(
      'de bewoner heeft bij het informatieverzoek toestemming gegeven, maar het loket heeft deze gegevens niet toegekend',
    )
  })

  test('is explained so only for the own request', () => {
    const other = { ...granted, subject: 'img.other' }
    const { explanation } = decided(aRequest(), someFacts({ requests: [other], consents: [consent] }))
    expect(explanation).toContain('geen toestemming gegeven')
    expect(explanation).not.toContain('loket')
  })
})
