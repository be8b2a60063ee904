import { describe, expect, test } from '@jest/globals'
import { someone } from '../../../../test/support/svip/svip.ts'
import type { ObligationRow } from '../obligations/tables.ts'
import { newObjection } from './objection.ts'
import { objectionReceipt, refusalReceipt, withdrawalReceipt } from './receipt.ts'
import { newConsentRow, withdrawn } from './record.ts'

const ADDRESS = {
  street: 'Hoofdstraat',
  house_number: 12,
  house_letter: 'a',
  house_number_addition: '2',
  postcode: '9919AA',
  city: 'Loppersum',
}
const consent = newConsentRow(
  'consent-1',
  {
    addressId: '0010200000123456',
    givenBy: 'OWNER',
    owner: 'IMG',
    recipient: 'NCG',
    purposes: ['COOPERATION', 'JOINT_INSPECTION'],
    categories: ['FINDINGS', 'PLANNING'],
    channel: 'FORM',
    evidence: 'GEHEIM-kenmerk',
    notice: 'notice-1',
    validFrom: '2026-01-01T09:00:00Z',
    validUntil: null,
  },
  'IMG',
  '2026-01-01T09:00:00Z',
)
const gone = withdrawn(
  consent,
  { reason: 'GEHEIM-reden', channel: 'PHONE', evidence: null, statedAt: null },
  '2026-03-02T09:30:00Z',
)
const obligation = (changes: Partial<ObligationRow> = {}): ObligationRow => ({
  id: 'obligation-1',
  revision: 1,
  cause: 'CONSENT_WITHDRAWN',
  cause_id: 'consent-1',
  address_id: '0010200000123456',
  owner: 'IMG',
  recipient: 'NCG',
  municipality: null,
  categories: ['FINDINGS'],
  purposes: ['COOPERATION'],
  created_at: '2026-03-02T09:30:00Z',
  due_on: '2026-04-02',
  state: 'OPEN',
  result: null,
  result_reason: null,
  fulfilled_by: null,
  fulfilled_at: null,
  ...changes,
})
const objection = newObjection(
  'objection-1',
  {
    id: null,
    addressId: '0010200000123456',
    owner: null,
    purposes: null,
    state: 'RECEIVED',
    channel: 'LETTER',
    evidence: 'GEHEIM-brief',
  },
  someone('IMG', 'case_handler'),
  '2026-03-02T09:30:00Z',
)

describe('a receipt', () => {
  test('of a withdrawal says from when it applies, what stays, and who must erase what', () => {
    expect(withdrawalReceipt(gone, ADDRESS, [obligation()], 'IMG')).toMatchInlineSnapshot(`
"Uw toestemming is ingetrokken

Adres: Hoofdstraat 12a-2, 9919AA Loppersum.

U hebt uw toestemming ingetrokken op 2 maart 2026 om 10:30.

Het ging om deze gegevens van het IMG: de planning en wat er bij de opname is gevonden.

De NCG kreeg die voor: samenwerken aan één adres en samen één opname doen.

Vanaf dat moment worden deze gegevens niet meer gedeeld op grond van uw toestemming. Dat werkt direct.

Wat eerder op grond van uw toestemming is gedeeld, mocht toen (AVG art. 7 lid 3).

Wat eerder is gedeeld, blijft in het logboek staan. Zo kunt u altijd zien wie wat heeft gekregen.

De NCG moet deze gegevens wissen: wat er bij de opname is gevonden. Of vastleggen waarom ze op een andere grond bewaard mogen blijven. Uiterlijk op 2 april 2026.

Dit heeft geen nadeel voor uw schade of uw versterking. Die gaan gewoon door.

U kunt later opnieuw toestemming geven, ook voor een deel.

U mag vragen welke gegevens over u zijn gedeeld en met wie (AVG art. 15). U mag vragen om gegevens te verbeteren of te wissen (AVG art. 16 en 17). Vraag het uw begeleider bij het IMG of de NCG.

Bent u niet tevreden? U kunt een klacht indienen bij de functionaris gegevensbescherming van het IMG of de NCG, of bij de Autoriteit Persoonsgegevens."
`)
  })

  test('of a withdrawal before anything was shared names no obligation', () => {
    const text = withdrawalReceipt(gone, ADDRESS, [], 'IMG')
    expect(text).toContain('Er zijn geen gegevens gedeeld die nu gewist moeten worden.')
    expect(text).not.toContain('moet deze gegevens wissen')
  })

  test('says what a recipient did, with the name of a municipality', () => {
    const text = withdrawalReceipt(
      gone,
      ADDRESS,
      [
        obligation({ state: 'DONE', result: 'ERASED' }),
        obligation({
          recipient: 'SVIP',
          state: 'DONE',
          result: 'KEPT_ON_OTHER_BASIS',
          result_reason: 'GEHEIM',
        }),
        obligation({ recipient: 'GEMEENTE', municipality: '1979', state: 'DONE', result: 'NOTHING_KEPT' }),
      ],
      'IMG',
    )
    expect(text).toContain('De NCG heeft deze gegevens gewist: wat er bij de opname is gevonden.')
    expect(text).toContain('Het interventieteam bewaart deze gegevens nog')
    expect(text).toContain('De gemeente Eemsdelta had deze gegevens niet bewaard')
  })

  test('of a refusal says that it has no consequences, and what it withdrew', () => {
    const refusal = { ...consent, state: 'REFUSED' as const }
    expect(refusalReceipt(refusal, ADDRESS, [], [], 'IMG')).toMatchInlineSnapshot(`
"U geeft geen toestemming

Adres: Hoofdstraat 12a-2, 9919AA Loppersum.

U hebt nee gezegd op 1 januari 2026 om 10:00.

Het gaat om deze gegevens van het IMG: de planning en wat er bij de opname is gevonden.

De NCG vroeg die voor: samenwerken aan één adres en samen één opname doen.

Deze gegevens worden niet gedeeld op grond van toestemming. We vragen het u niet opnieuw als er niets verandert.

Dit heeft geen nadeel voor uw schade of uw versterking. Die gaan gewoon door.

U mag vragen welke gegevens over u zijn gedeeld en met wie (AVG art. 15). U mag vragen om gegevens te verbeteren of te wissen (AVG art. 16 en 17). Vraag het uw begeleider bij het IMG of de NCG.

Bent u niet tevreden? U kunt een klacht indienen bij de functionaris gegevensbescherming van het IMG of de NCG, of bij de Autoriteit Persoonsgegevens."
`)
    const text = refusalReceipt(refusal, ADDRESS, [gone], [obligation()], 'IMG')
    expect(text).toContain('Die is nu helemaal ingetrokken.')
    expect(text).toContain('Uiterlijk op 2 april 2026.')
  })

  test('of an objection says that nothing is shared until a decision, and by when that comes', () => {
    expect(objectionReceipt(objection, ADDRESS, [], 'SVIP')).toMatchInlineSnapshot(`
"We hebben uw bezwaar ontvangen

Adres: Hoofdstraat 12a-2, 9919AA Loppersum.

We hebben uw bezwaar ontvangen op 2 maart 2026 om 10:30.

Het gaat om gegevens van het IMG en de NCG die worden gedeeld voor een taak uit de wet. Doel: alle doelen.

Vanaf dat moment delen we deze gegevens niet voor die taak, totdat over uw bezwaar is beslist.

U krijgt uiterlijk 2 april 2026 een beslissing. Lukt dat niet, dan hoort u voor die dag waarom.

Hebt u ergens toestemming voor gegeven? Die blijft gelden. U kunt haar altijd intrekken. Bij direct gevaar mag een veiligheidsfunctionaris kijken wat nodig is. Dat wordt altijd achteraf beoordeeld.

Dit heeft geen nadeel voor uw schade of uw versterking. Die gaan gewoon door.

U mag vragen welke gegevens over u zijn gedeeld en met wie (AVG art. 15). U mag vragen om gegevens te verbeteren of te wissen (AVG art. 16 en 17). Vraag het uw begeleider bij het IMG of de NCG.

Bent u niet tevreden? U kunt een klacht indienen bij de functionaris gegevensbescherming van het IMG of de NCG, of bij de Autoriteit Persoonsgegevens."
`)
  })

  test.each([
    ['UPHELD', 'u krijgt gelijk'],
    ['REJECTED', 'u krijgt geen gelijk'],
    ['ENDED', 'Uw bezwaar is gestopt'],
  ] as const)('of an objection that is %s says so', (state, words) => {
    expect(objectionReceipt({ ...objection, state }, ADDRESS, [], 'SVIP')).toContain(words)
  })

  test('names no employee, no evidence and no reason', () => {
    const texts = [
      withdrawalReceipt(
        gone,
        ADDRESS,
        [obligation({ fulfilled_by: 'NCG:ncg.svip', result_reason: 'GEHEIM' })],
        'IMG',
      ),
      refusalReceipt({ ...consent, state: 'REFUSED' }, ADDRESS, [gone], [obligation()], 'IMG'),
      objectionReceipt(objection, ADDRESS, [obligation()], 'SVIP'),
    ].join()
    expect(texts).not.toMatch(/GEHEIM|ncg\.svip|null|undefined/)
  })

  test('is plain: sentences of at most 25 words', () => {
    const texts = [
      withdrawalReceipt(gone, ADDRESS, [obligation()], 'IMG'),
      refusalReceipt({ ...consent, state: 'REFUSED' }, ADDRESS, [gone], [], 'IMG'),
      ...(['RECEIVED', 'UPHELD', 'REJECTED', 'ENDED'] as const).map((state) =>
        objectionReceipt({ ...objection, state }, ADDRESS, [], 'SVIP'),
      ),
    ]
    const long = texts
      .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
      .filter((sentence) => sentence.split(/\s+/).length > 25)
    expect(long).toEqual([])
  })

  test('shows an employee no more than they may know, and whom the resident can ask for the rest', () => {
    const upheld = { ...objection, state: 'UPHELD' as const }
    const own = obligation({ recipient: 'GEMEENTE', municipality: '1979', categories: ['PRESENCE'] })
    const nothing = 'Er zijn geen gegevens gedeeld die nu gewist moeten worden.'
    const ask = 'Wilt u weten wie gegevens van de NCG heeft gekregen en nu moet wissen? Vraag het aan de NCG.'
    for (const known of [[], [own]]) expect(objectionReceipt(upheld, ADDRESS, known, 'IMG')).toContain(ask)
    expect(objectionReceipt(upheld, ADDRESS, [], 'IMG')).not.toContain(nothing)
    expect(objectionReceipt(upheld, ADDRESS, [], 'SVIP')).toContain(nothing)
    expect(objectionReceipt({ ...upheld, owner: 'IMG' }, ADDRESS, [], 'IMG')).toContain(nothing)
    expect(withdrawalReceipt({ ...gone, recipient: 'SVIP' }, ADDRESS, [], 'NCG')).not.toContain(nothing)
    expect(withdrawalReceipt(gone, ADDRESS, [], 'NCG')).toContain(nothing)
  })
})
