import { describe, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Overview } from './overview.ts'
import { overviewPdf } from './pdf.ts'
import type { Block } from './section.ts'

const overview = (blocks: readonly Block[]): Overview => ({
  schemaVersion: '1.0',
  generatedAt: '2026-11-22T10:00:00.000Z',
  addressId: '0010200000123456',
  party: null,
  sections: [{ name: 'odd', title: 'Vreemde teksten', data: null, blocks }],
})

async function pagesOf(blocks: readonly Block[]): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await overviewPdf(overview(blocks))))
  const { text } = await extractText(pdf, { mergePages: false })
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}

describe('the PDF', () => {
  test.each([
    'ÀÉÏÖÜ ß ñ ø ł ş € – … “aanhaling” ’t',
    'привет мир',
    'مرحبا بالعالم',
    '你好 नमस्ते ไทย',
    '👩‍👩‍👧 🏚️',
    'a\tb\r\nc\u0001\u200b\ufeff',
    'e\u0301\u0302\u0303'.repeat(50),
    ')] >> endobj (\\',
    'lang'.repeat(500),
    '',
  ])('takes any text there can be in a record: %j', async (odd) => {
    const blocks: readonly Block[] = [
      { kind: 'text', text: odd },
      { kind: 'list', items: [odd] },
      { kind: 'facts', title: odd, facts: [[odd, odd]] },
      { kind: 'table', head: [odd], widths: [1], rows: [[odd]] },
    ]
    const pages = await pagesOf(blocks)
    expect(pages.at(-1)).toContain(`Pagina ${pages.length} van ${pages.length}`)
    // The rest of the text is present.
    expect(pages.join(' ')).toContain('Autoriteit Persoonsgegevens')
  })

  test('repeats the table header on every page, and loses no row', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`rij-${index}`, 'Iets dat gebeurde.'])
    const pages = await pagesOf([{ kind: 'table', head: ['Kopnaam', 'Wat'], widths: [1, 3], rows }])
    const withRows = pages.filter((page) => page.includes('rij-'))
    expect(withRows.length).toBeGreaterThan(2)
    for (const page of withRows) expect(page).toContain('Kopnaam')
    const all = pages.join(' ')
    for (const [name] of rows) expect(all.split(`${name} `)).toHaveLength(2)
  })

  test('keeps a text that is longer than a page', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `woord${index}`)
    const pages = await pagesOf([
      {
        kind: 'facts',
        title: 'Lang',
        facts: [
          ['Uitleg', words.join(' ')],
          ['Daarna', 'het volgende'],
        ],
      },
    ])
    const all = pages.join(' ')
    for (const word of [...words, 'het volgende']) expect(all).toContain(word)
  })
})
