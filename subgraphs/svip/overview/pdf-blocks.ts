import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { Block, Fact } from './section.ts'

/** Writes blocks into a tagged PDF: headings, paragraphs, lists and tables, in reading order. */

const SIZE = { H1: 20, H2: 15, H3: 12, text: 11, cell: 9.5 } as const
const PADDING = 4
const LABEL_SHARE = 1 / 3

type Heading = 'H1' | 'H2' | 'H3'
type Cell = { readonly text: string; readonly width: number; readonly header: 'Column' | 'Row' | null }

/** Cuts long words: pdfkit would search for the line break letter by letter, which is slow. */
const cut = (text: string): string => text.replaceAll(/\S{60}(?=\S)/gu, '$& ')

export type BlockWriter = {
  heading(level: Heading, title: string): void
  block(block: Block): Promise<void>
  /** Closes the open structure elements; nothing can be written after it. */
  end(): void
}

/** @param breathe is awaited after every few rows. */
export function createBlockWriter(doc: PDFDocument, breathe: () => Promise<unknown>): BlockWriter {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const left = doc.page.margins.left
  const width = doc.page.width - left - doc.page.margins.right
  const bottom = doc.page.height - doc.page.margins.bottom
  let written = 0

  const makeRoom = (height: number) => {
    if (doc.y + height > bottom) doc.addPage()
  }
  const paragraph = (parent: StructureElement, tag: string, content: string, indent = 0) =>
    parent.add(
      doc.struct(tag, () => {
        doc.text(cut(content), left + indent, doc.y, { width: width - indent, lineGap: 2 })
      }),
    )

  const heading = (level: Heading, title: string) => {
    doc.font('bold', SIZE[level]).fillColor('black')
    doc.y += level === 'H1' ? 0 : 10
    // A heading must not be the last line of a page.
    makeRoom(SIZE[level] * 4)
    paragraph(root, level, title)
    doc.y += 4
  }

  const list = (items: readonly string[]) => {
    doc.font('regular', SIZE.text)
    const struct = doc.struct('L')
    root.add(struct)
    for (const item of items) {
      const entry = doc.struct('LI')
      struct.add(entry)
      makeRoom(doc.heightOfString(cut(item), { width: width - 14, lineGap: 2 }))
      const top = doc.y
      entry.add(doc.struct('Lbl', () => void doc.text('•', left, top, { lineBreak: false })))
      doc.y = top
      paragraph(entry, 'LBody', item, 14)
      entry.end()
      doc.y += 3
    }
    struct.end()
    doc.y += 4
  }

  const fontOf = ({ header }: Cell) => doc.font(header ? 'bold' : 'regular', SIZE.cell)
  const heightOf = (cells: readonly Cell[]): number =>
    Math.max(
      ...cells.map((cell) => fontOf(cell).heightOfString(cell.text, { width: cell.width - 2 * PADDING })),
    ) +
    2 * PADDING

  /** A row of cells, with a line below. `place` adds each cell to the structure. */
  const row = (cells: readonly Cell[], height: number, place: (cell: Cell, draw: () => void) => void) => {
    const top = doc.y
    let x = left
    for (const cell of cells) {
      const at = x
      place(cell, () => {
        fontOf(cell).text(cell.text, at + PADDING, top + PADDING, { width: cell.width - 2 * PADDING })
      })
      x += cell.width
    }
    doc.markContent('Artifact', { type: 'Layout' })
    doc.lineWidth(0.5).strokeColor('#999999')
    doc
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .stroke()
    doc.endMarkedContent()
    doc.x = left
    doc.y = top + height
  }

  const table = async (head: readonly Cell[] | null, rows: readonly (readonly Cell[])[]) => {
    const struct = doc.struct('Table')
    root.add(struct)
    const tagged = (cells: readonly Cell[], height: number) => {
      const line = doc.struct('TR')
      struct.add(line)
      row(cells, height, ({ header }, draw) => {
        line.add(header ? doc.struct('TH', { scope: header }, draw) : doc.struct('TD', draw))
      })
      line.end()
    }
    const headHeight = head === null ? 0 : heightOf(head)
    const [first] = rows
    makeRoom(headHeight + (first ? heightOf(first) : 0))
    if (head) tagged(head, headHeight)
    for (const cells of rows) {
      const height = heightOf(cells)
      if (doc.y + height > bottom) {
        doc.addPage()
        // Repeated visually only; a screen reader already has the table header.
        if (head)
          row(head, headHeight, (_cell, draw) => {
            doc.markContent('Artifact', { type: 'Layout' })
            draw()
            doc.endMarkedContent()
          })
      }
      tagged(cells, height)
      written += 1
      if (written % 10 === 0) await breathe()
    }
    struct.end()
    doc.y += 10
  }

  const factTable = async (title: string | null, facts: readonly Fact[]) => {
    const rows = facts.map(([label, value]): readonly Cell[] => [
      { text: cut(label), width: width * LABEL_SHARE, header: 'Row' },
      { text: cut(value), width: width * (1 - LABEL_SHARE), header: null },
    ])
    const height = rows.reduce((sum, cells) => sum + heightOf(cells), SIZE.H3 * 4)
    // Kept together on one page, unless that would leave more than half a page empty.
    makeRoom(Math.min(height, bottom / 2))
    if (title !== null) heading('H3', title)
    await table(null, rows)
  }

  return {
    heading,
    async block(block) {
      switch (block.kind) {
        case 'text':
          doc.font('regular', SIZE.text).fillColor('black')
          paragraph(root, 'P', block.text)
          doc.y += 6
          return
        case 'list':
          list(block.items)
          return
        case 'facts':
          await factTable(block.title, block.facts)
          return
        case 'table': {
          const total = block.widths.reduce((sum, share) => sum + share, 0)
          const cells = (texts: readonly string[], header: 'Column' | null) =>
            texts.map(
              (text, index): Cell => ({
                text: cut(text),
                width: (width * (block.widths[index] ?? 0)) / total,
                header,
              }),
            )
          await table(
            cells(block.head, 'Column'),
            block.rows.map((texts) => cells(texts, null)),
          )
        }
      }
    },
    end: () => root.end(),
  }
}
