import { createRequire } from 'node:module'
import { setImmediate as breathe } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { CLOSING, type Overview, opening } from './overview.ts'
import { createBlockWriter } from './pdf-blocks.ts'
import { dutchDate } from './texts.ts'

/**
 * The overview as an accessible PDF: A4, Dutch, tagged for screen readers (PDF/UA), with an embedded font for people with low vision
 * (Atkinson Hyperlegible).
 */

const require = createRequire(import.meta.url)
const FONTS = {
  regular: require.resolve(
    '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  ),
  bold: require.resolve('@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf'),
} as const

const TITLE = 'Overzicht van uw gegevens bij het SVIP'
const MARGIN = 56

/** Renders the overview. It yields to the event loop after every few lines, so that other requests are served meanwhile. */
export async function overviewPdf(overview: Overview): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    lang: 'nl-NL',
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: { Title: TITLE, Author: 'SVIP', CreationDate: new Date(overview.generatedAt) },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', FONTS.regular)
  doc.registerFont('bold', FONTS.bold)

  const write = createBlockWriter(doc, breathe)
  write.heading('H1', TITLE)
  for (const block of opening(overview)) await write.block(block)
  for (const { title, blocks } of [...overview.sections, ...CLOSING]) {
    write.heading('H2', title)
    for (const block of blocks) await write.block(block)
  }
  write.end()
  await numberPages(doc, dutchDate(overview.generatedAt))
  doc.end()
  return await finished
}

/** Adds page numbers ("1 of 4"), so that a resident can keep printed pages in order. */
async function numberPages(doc: PDFDocument, madeOn: string): Promise<void> {
  const { start, count } = doc.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index)
    // Below the margin, where pdfkit would otherwise begin a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font('regular', 9)
      .fillColor('#333333')
      .text(`${TITLE}, ${madeOn}. Pagina ${index - start + 1} van ${count}`, MARGIN, doc.page.height - 36, {
        lineBreak: false,
      })
    doc.endMarkedContent()
    if (index % 20 === 0) await breathe()
  }
}
