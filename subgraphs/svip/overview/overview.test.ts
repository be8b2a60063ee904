import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Database } from '../../../kernel/database/database.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import { fillAddress } from '../../../test/support/svip/filled-address.ts'
import {
  ADDRESS,
  DATABASES,
  EMPLOYEES,
  makeAddress,
  NECESSITY_END,
  recorder,
  SUBJECT,
  someone,
} from '../../../test/support/svip/resident.ts'
import { foldSections } from '../fold.ts'
import { registerAccessRequest } from '../modules/resident/access-request-store.ts'
import type { Tables } from '../store/tables.ts'
import { collectOverview, overviewJson } from './overview.ts'
import { overviewPdf } from './pdf.ts'
import type { Section } from './section.ts'
import { perDay } from './section.ts'

const NOW = '2026-11-22T10:00:00.000Z'
const MUNICIPALITY = someone({
  organisation: 'GEMEENTE',
  roles: ['municipal_officer'],
  municipality: '1979',
})

/** The text of a PDF on one line, independent of line breaks. */
async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

type Node = { readonly role?: string; readonly children?: readonly Node[] }
const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)]

describe.each(DATABASES)('the overview for a resident, on %s', (name, open) => {
  let database: Database<Tables>
  let records: ReturnType<typeof recorder>
  beforeAll(async () => {
    database = await open()
    records = recorder(database)
    await makeAddress(database)
    await makeAddress(database, '0010200000999999')
    await fillAddress(database)
    await records.decided([
      {},
      {},
      { purpose: 'STUCK_CASE' },
      { owner: 'NCG', purpose: 'MUNICIPAL_PLAN', caller: MUNICIPALITY },
      { owner: 'IMG', purpose: 'MUNICIPAL_PLAN', caller: MUNICIPALITY, at: '2026-06-01T08:00:00.000Z' },
    ])
    await records.decided([{ purpose: 'SIGNALLING' }], '0010200000999999')
    await records.shown('Register van beide kanten getoond', 3)
    await registerAccessRequest(database.db, {
      address_id: ADDRESS,
      received_on: '2026-11-20',
      channel: 'LETTER',
      evidence: 'inzagebrief-9',
      registered_by: 'SVIP',
      registered_at: NOW,
    })
  })
  afterAll(async () => {
    await records?.close()
    await database?.close()
  })
  const collect = (party: Owner | null = null) =>
    collectOverview(database.db, { ...SUBJECT, party }, NOW, foldSections())
  // biome-ignore lint/suspicious/noExplicitAny: the overview is asserted on, whatever its form.
  const json = async (party: Owner | null = null): Promise<any> =>
    JSON.parse(overviewJson(await collect(party)))

  test('has everything that is on record about the address, and nothing about another', async () => {
    const overview = await json()
    expect(Object.keys(overview)).toEqual([
      'schemaVersion',
      'generatedAt',
      'addressId',
      'complete',
      ...foldSections().map((section) => section.name),
      'about',
    ])
    expect(overview).toMatchObject({
      schemaVersion: '1.1',
      generatedAt: NOW,
      addressId: ADDRESS,
      complete: true,
      address: {
        street: 'Proefstraat',
        houseNumber: 12,
        municipalities: [{ code: '1979', name: 'Eemsdelta' }],
      },
      tracks: [
        { owner: 'IMG', phase: 'INSPECTION', since: '2026-01-05' },
        { owner: 'NCG', status: 'S2_1' },
      ],
      notices: [
        {
          owner: 'IMG',
          kind: 'STRUCTURAL_DAMAGE_FOUND',
          reference: `P-${ADDRESS}`,
          occurredAt: '2026-03-12T00:00:00.000Z',
        },
        { owner: 'NCG', kind: 'DAMAGE_FOUND' },
      ],
      consents: [
        { state: 'WITHDRAWN', evidence: 'formulier-17', revisions: [{ revision: 1 }, { revision: 2 }] },
      ],
      wishes: [{ integralApproach: true, revisions: [{ recordedBy: 'IMG' }] }],
      objections: [{ state: 'RECEIVED', owner: 'NCG' }],
      informationRequests: {
        requests: [
          {
            number: 'SVIP-2026-000017',
            state: 'ANSWERED',
            granted: { categories: ['PLANNING'], onConsent: [], revokedAt: null },
            steps: [
              { state: 'SUBMITTED' },
              { state: 'ASSESSED' },
              { organisation: 'IMG', role: 'svip_officer' },
            ],
          },
        ],
        handlersLinkedAt: '2026-04-04T08:00:00.000Z',
      },
      cooperation: {
        jointInspections: [{ state: 'ACCEPTED', proposedBy: 'NCG', imgOn: '2026-04-20' }],
        integralPlans: [],
        coordinator: { organisation: 'NCG', since: '2026-04-05T08:00:00.000Z' },
      },
      acuteCases: [
        {
          state: 'MADE_SAFE',
          description: 'De schoorsteen.',
          agreements: [{ what: 'Stutten.', responsible: 'GEMEENTE' }],
        },
      ],
      emergencyAccess: [{ organisation: 'IMG', verdict: 'JUSTIFIED' }],
      disclosures: {
        recipients: ['de NCG', 'de gemeente Eemsdelta'],
        disclosures: [
          { recipientName: 'de gemeente Eemsdelta', owner: 'IMG', at: '2026-06-01T08:00:00.000Z' },
          { recipientName: 'de gemeente Eemsdelta', owner: 'NCG', grounds: [{ basis: 'PUBLIC_TASK' }] },
          { kind: 'REFUSED', reason: 'PURPOSE_NOT_ALLOWED', categories: [] },
          { kind: 'SHARED', recipientRoles: ['bewonersbegeleider'] },
          { kind: 'SHARED' },
        ],
      },
      processing: Array.from({ length: 3 }, () => ({
        name: 'Register van beide kanten getoond',
        organisation: 'NCG',
      })),
      subjectAccessRequests: [{ evidence: 'inzagebrief-9', dueOn: '2026-12-20' }],
    })
  })

  test('for an agency has what it is a party to, and says where the rest is', async () => {
    const img = await json('IMG')
    expect(img).toMatchObject({ complete: false, onlyAbout: 'IMG' })
    expect(img.tracks.map(({ owner }: { owner: string }) => owner)).toEqual(['IMG'])
    // An agency's staff must not read the findings of the other side in its own overview.
    expect(img.notices.map(({ kind }: { kind: string }) => kind)).toEqual(['STRUCTURAL_DAMAGE_FOUND'])
    // The objection is against NCG, but the IMG recorded it; the municipality asked the IMG once and NCG once.
    expect(img.objections).toHaveLength(1)
    expect(img.disclosures.disclosures.map(({ owner }: { owner: string }) => owner)).not.toContain('NCG')
    expect(img.processing).toEqual([])
    const ncg = await json('NCG')
    expect(ncg.tracks.map(({ owner }: { owner: string }) => owner)).toEqual(['NCG'])
    expect(ncg.notices.map(({ kind }: { kind: string }) => kind)).toEqual(['DAMAGE_FOUND'])
    expect(ncg.wishes).toEqual([])
    // The description of the unsafe situation is IMG's.
    expect([ncg.acuteCases.length, img.acuteCases.length]).toEqual([0, 1])
    expect(ncg.disclosures.disclosures).toHaveLength(4)
    expect(ncg.subjectAccessRequests).toEqual([])
    expect(await textOf(await overviewPdf(await collect('NCG')))).toContain(
      'Vraag het aan de functionaris gegevensbescherming van het SVIP.',
    )
  })

  test.each([null, 'IMG', 'NCG'] as const)('names no employee, whoever makes it (%s)', async (party) => {
    const overview = await collect(party)
    const everything = `${overviewJson(overview)}${await textOf(await overviewPdf(overview))}`
    for (const secret of Object.values(EMPLOYEES)) expect(everything).not.toContain(secret)
  })

  test('is a snapshot: concurrent commits are not in it', async () => {
    // PGlite has one connection, so a write waits for the end of the overview.
    if (name === 'PGlite') return
    const count: Section['collect'] = async (transaction) => ({
      data: (await transaction.selectFrom('register_track').select('reference').execute()).length,
      blocks: [],
    })
    const write: Section['collect'] = async () => {
      await database.db
        .insertInto('register_track')
        .values({
          owner: 'IMG',
          reference: 'P-meanwhile',
          address_id: '0010200000999999',
          phase: 'REPORTED',
          status: null,
          open: true,
          since: '2026-11-22',
          revision: 1,
          as_of: NOW,
        })
        .execute()
      return { data: null, blocks: [] }
    }
    const sections = [
      { name: 'before', place: 1, title: '', collect: count },
      { name: 'meanwhile', place: 2, title: '', collect: write },
      { name: 'after', place: 3, title: '', collect: count },
    ]
    const overview = await collectOverview(database.db, SUBJECT, NOW, sections)
    expect(overview.sections.map(({ data }) => data)).toEqual([4, null, 4])
    const again = await collectOverview(database.db, SUBJECT, NOW, sections.slice(0, 1))
    expect(again.sections.map(({ data }) => data)).toEqual([5])
  })

  test('as PDF does not depend on the order of log lines within a day', () => {
    const rows = [
      ['2 mei 2026', 'b'],
      ['2 mei 2026', 'a'],
      ['2 mei 2026', 'b'],
      ['1 mei 2026', 'c'],
    ]
    const read = [
      ['2 mei 2026', 'a'],
      ['2 mei 2026 (2\u00a0keer)', 'b'],
      ['1 mei 2026', 'c'],
    ]
    expect(perDay(rows)).toEqual(read)
    expect(perDay([...rows.slice(0, 3).toReversed(), ...rows.slice(3)])).toEqual(read)
  })

  test('made by an agency has no request about its data that has not reached the agency', async () => {
    const { db } = database
    const request = await db
      .selectFrom('information_request')
      .select(['id', 'owner', 'assessing_desk', 'forwarded_at'])
      .where('address_id', '=', ADDRESS)
      .executeTakeFirstOrThrow()
    const change = (changes: { forwarded_at: string | null }) =>
      db.updateTable('information_request').set(changes).where('id', '=', request.id).execute()
    const seenBy = async (party: Owner | null) => (await json(party)).informationRequests.requests.length
    expect(request.assessing_desk).not.toBe(request.owner)
    expect(await seenBy(request.owner)).toBe(1)
    await change({ forwarded_at: null })
    expect([await seenBy(request.owner), await seenBy(request.assessing_desk), await seenBy(null)]).toEqual([
      0, 1, 1,
    ])
    await change({ forwarded_at: request.forwarded_at })
  })

  test('as PDF has the same contents as the data, on numbered pages', async () => {
    const pdf = await overviewPdf(await collect())
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const text = await textOf(pdf)
    for (const part of [
      'Overzicht van uw gegevens bij het SVIP',
      'Proefstraat 12 a, 9901 AB Loppersum',
      '20 november 2026 (2 keer)',
      'Van het IMG aan de NCG (bewonersbegeleider).',
      'Omdat deze medewerker de gegevens niet mag krijgen voor dit doel.',
      'Deze organisaties hebben gegevens gekregen: de NCG en de gemeente Eemsdelta.',
      'er is schade aan de constructie gevonden',
      'ingetrokken op 1 maart 2026',
      'Verzoek SVIP-2026-000017',
      'De schoorsteen kan elk moment vallen.',
      'Antwoord uiterlijk op 20 december 2026',
      'Klacht: u mag een klacht indienen bij de Autoriteit Persoonsgegevens',
      // The end of a text of the maximum length, with letters that a small font would lack.
      NECESSITY_END,
      `Pagina 1 van ${document.numPages}`,
      `Pagina ${document.numPages} van ${document.numPages}`,
    ])
      expect(text).toContain(part)
  })

  test('as PDF is accessible to screen readers: language, title, headings, lists and table headers', async () => {
    const pdf = await overviewPdf(await collect())
    const raw = pdf.toString('latin1')
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'nl-NL', Title: 'Overzicht van uw gegevens bij het SVIP' })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const page = await document.getPage(1)
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842])
    const trees = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) =>
        (await document.getPage(index + 1)).getStructTree(),
      ),
    )
    const roles = new Set(trees.flatMap((tree) => flat(tree as Node)).map(({ role }) => role))
    expect([...roles]).toEqual(
      expect.arrayContaining([
        'Document',
        'H1',
        'H2',
        'H3',
        'P',
        'L',
        'LI',
        'LBody',
        'Table',
        'TR',
        'TH',
        'TD',
      ]),
    )
    // Every table header has its scope.
    expect(raw.match(/\/Scope \/(Column|Row)/g)).toHaveLength(raw.match(/\/S \/TH\b/g)?.length ?? 0)
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain('/FontFile')
    expect(raw.match(/\/S \/H1\b/g)).toHaveLength(1)
  })
})
