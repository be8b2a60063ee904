import { describe, expect, test } from '@jest/globals'
import {
  DATA_CATEGORIES,
  LEGAL_BASES,
  ORGANISATIONS,
  OWNERS,
  PURPOSES,
  ROLES,
} from '../../../kernel/vocabulary.ts'
import { aConsent, anObjection, aRequest, someFacts, UNDER_GUO } from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import { basesFor, policyMarkdown } from './document.ts'
import { enumerate } from './explain.ts'
import {
  BASIS_LABELS,
  CATEGORY_LABELS,
  ORGANISATION_LABELS,
  PURPOSE_LABELS,
  REFUSAL_TEXTS,
} from './labels.ts'
import { REFUSAL_ORDER } from './reasons.ts'
import { guo2020 } from './versions/guo-2020.ts'
import { POLICY_VERSIONS, policyInForce } from './versions/index.ts'
import { twg2023 } from './versions/twg-2023.ts'

const explained = (request = aRequest(), facts = someFacts()) =>
  decide(request, facts, policyInForce(request.instant)).explanation

describe('an explanation', () => {
  test('names what is shared on which basis, what is not, why, and what would help', () => {
    expect(explained()).toMatchInlineSnapshot(
      `"U krijgt gegevens van de NCG. Doel: samenwerken aan één adres. Gedeeld: of er een dossier is, hoe ver het dossier is en wie het dossier behandelt. Grondslag: een taak uit de wet (Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e). Niet gedeeld: de planning en wat er bij de opname is gevonden. De reden: de bewoner heeft hiervoor geen toestemming gegeven. Wat helpt: vraag de bewoner om toestemming. Nee zeggen mag en heeft geen nadeel. Hebt u het echt nodig voor uw werk? Dien een informatieverzoek in bij het SVIP. Als het wordt toegekend, wordt gedeeld: de planning en wat er bij de opname is gevonden. Let op: juristen moeten deze regels nog bevestigen."`,
    )
  })

  test('gives each reason its own sentence', () => {
    const facts = someFacts({
      consents: [aConsent({ state: 'WITHDRAWN', categories: ['PLANNING'] })],
      objections: [anObjection()],
    })
    expect(explained(aRequest(), facts)).toMatchInlineSnapshot(
      `"U krijgt geen gegevens van de NCG. Doel: samenwerken aan één adres. Niet gedeeld: of er een dossier is, hoe ver het dossier is en wie het dossier behandelt. De reden: de bewoner heeft bezwaar gemaakt en heeft gelijk gekregen (AVG art. 21). Wat helpt: ga verder zonder deze gegevens. Alleen de bewoner kan het bezwaar intrekken. Niet gedeeld: de planning. De reden: de bewoner heeft de toestemming ingetrokken. Wat helpt: ga verder zonder deze gegevens. De bewoner kan zelf opnieuw toestemming geven. Niet gedeeld: wat er bij de opname is gevonden. De reden: de bewoner heeft hiervoor geen toestemming gegeven. Wat helpt: vraag de bewoner om toestemming. Nee zeggen mag en heeft geen nadeel. Dit helpt alleen als bij allebei de organisaties een dossier loopt of heeft gelopen. Let op: juristen moeten deze regels nog bevestigen."`,
    )
  })

  test("offers the owner's wish only for what it opens", () => {
    expect(explained(aRequest({ purpose: 'INTEGRAL_APPROACH' }))).toMatchInlineSnapshot(
      `"U krijgt gegevens van de NCG. Doel: schade en versterking samen aanpakken. Gedeeld: of er een dossier is, hoe ver het dossier is, wie het dossier behandelt en de planning. Grondslag: een taak uit de wet (Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e). Niet gedeeld: wat er bij de opname is gevonden en de bedragen. De reden: de bewoner heeft hiervoor geen toestemming gegeven. Wat helpt: vraag de bewoner om toestemming. Nee zeggen mag en heeft geen nadeel. Wil de eigenaar schade en versterking samen laten aanpakken? Leg die wens dan vast. Dan mag ook worden gedeeld: wat er bij de opname is gevonden. Hebt u het echt nodig voor uw werk? Dien een informatieverzoek in bij het SVIP. Als het wordt toegekend, wordt gedeeld: wat er bij de opname is gevonden en de bedragen. Let op: juristen moeten deze regels nog bevestigen."`,
    )
  })

  test('advises when no purpose is given', () => {
    expect(explained(aRequest({ purpose: null }))).toMatchInlineSnapshot(
      `"U krijgt geen gegevens van de NCG. De reden: er is geen doel opgegeven, en gegevens delen mag alleen voor een duidelijk doel (AVG art. 5 lid 1 onder b). Wat helpt: kies het doel waarvoor u de gegevens nodig hebt. Let op: juristen moeten deze regels nog bevestigen."`,
    )
  })

  test('is the same for an address that does not exist and one of another municipality', () => {
    const caller = {
      subject: 'x',
      team: null,
      organisation: 'GEMEENTE',
      roles: ['municipal_officer'],
      municipality: '0014',
    } as const
    const elsewhere = aRequest({ caller, purpose: 'MUNICIPAL_PLAN' })
    expect(explained({ ...elsewhere, addressMunicipality: null })).toBe(explained(elsewhere))
  })

  test('mentions no reference of a track', () => {
    for (const purpose of PURPOSES) expect(explained(aRequest({ purpose }))).not.toMatch(/img-1|ncg-1/)
  })

  test('warns that the rules are placeholders', () => {
    for (const instant of [UNDER_GUO, aRequest().instant])
      expect(explained(aRequest({ instant }))).toContain('juristen moeten deze regels nog bevestigen')
  })

  test('of a complete answer names no reason', () => {
    expect(explained(aRequest({ purpose: 'SIGNALLING' }))).toMatchInlineSnapshot(
      `"U krijgt gegevens van de NCG. Doel: nagaan of ook de andere organisatie een dossier heeft. Gedeeld: of er een dossier is. Grondslag: een taak uit de wet (Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e). Let op: juristen moeten deze regels nog bevestigen."`,
    )
  })
})

describe('the labels', () => {
  test('cover every term of the policy', () => {
    expect(Object.keys(CATEGORY_LABELS)).toEqual([...DATA_CATEGORIES])
    expect(Object.keys(PURPOSE_LABELS)).toEqual([...PURPOSES])
    expect(Object.keys(BASIS_LABELS)).toEqual([...LEGAL_BASES])
    expect(Object.keys(ORGANISATION_LABELS)).toEqual([...ORGANISATIONS])
    expect(Object.keys(REFUSAL_TEXTS)).toEqual([...REFUSAL_ORDER])
  })

  test('are enumerated as Dutch does', () => {
    expect(
      [[], ['PLANNING'], ['PLANNING', 'FINANCIAL'], ['STATUS', 'PLANNING', 'FINANCIAL']].map((each) =>
        enumerate(each as never),
      ),
    ).toEqual([
      '',
      'de planning',
      'de planning en de bedragen',
      'hoe ver het dossier is, de planning en de bedragen',
    ])
  })
})

describe('the documentation', () => {
  test('has a table for each recipient of each version and every rule with its article', () => {
    const page = policyMarkdown(POLICY_VERSIONS)
    for (const version of POLICY_VERSIONS) {
      expect(page).toContain(`## \`${version.id}\``)
      for (const rule of version.rules)
        expect(page).toContain(`| \`${rule.id}\` | ${rule.article} | ${rule.summary} |`)
    }
    expect(page.match(/^### To /gm)).toHaveLength(10)
    expect(page).toContain(
      '| `COOPERATION` | NCG | PLANNING FINDINGS | PRESENCE STATUS HANDLER<br>PLANNING FINDINGS (if `GRANTED_REQUEST`) | – | `CONCURRENCE` |',
    )
    expect(page).toContain('PRESENCE STATUS HANDLER PLANNING<br>FINDINGS (if `INTEGRAL_WISH`)')
    expect(page).not.toContain('undefined')
  })

  test('marks placeholders', () => {
    expect(policyMarkdown(POLICY_VERSIONS)).toContain('Placeholder until lawyers confirm')
    expect(policyMarkdown([{ ...twg2023, placeholder: false }])).not.toContain('Placeholder')
  })

  test('has rows with as many cells as the header', () => {
    const tables = policyMarkdown(POLICY_VERSIONS)
      .split('\n\n')
      .filter((block) => block.startsWith('|'))
    for (const block of tables) {
      const widths = block
        .trim()
        .split('\n')
        .map((line) => line.split(' | ').length)
      expect(new Set(widths).size).toBe(1)
    }
  })
})

describe('a cell of the access matrix', () => {
  test('names the bases on which a role may ever receive a category', () => {
    expect(basesFor(twg2023, 'IMG', 'case_handler', 'NCG', 'STATUS')).toEqual(['PUBLIC_TASK'])
    expect(basesFor(twg2023, 'IMG', 'case_handler', 'NCG', 'FINDINGS')).toEqual(['CONSENT', 'PUBLIC_TASK'])
    expect(basesFor(twg2023, 'IMG', 'case_handler', 'NCG', 'FINANCIAL')).toEqual(['CONSENT', 'PUBLIC_TASK'])
    expect(basesFor(guo2020, 'IMG', 'case_handler', 'NCG', 'STATUS')).toEqual(['CONSENT'])
    expect(basesFor(twg2023, 'GEMEENTE', 'municipal_officer', 'IMG', 'SAFETY')).toEqual(['PUBLIC_TASK'])
    expect(basesFor(twg2023, 'SVIP', 'intervention_team', 'IMG', 'CIRCUMSTANCES')).toEqual(['CONSENT'])
  })

  test('is empty for own data, for other roles and for categories that are never shared', () => {
    for (const role of ROLES)
      for (const owner of OWNERS) expect(basesFor(twg2023, owner, role, owner, 'PRESENCE')).toEqual([])
    expect(basesFor(twg2023, 'IMG', 'privacy_officer', 'NCG', 'PRESENCE')).toEqual([])
    expect(basesFor(twg2023, 'IMG', 'case_handler', 'NCG', 'CIRCUMSTANCES')).toEqual([])
  })
})
