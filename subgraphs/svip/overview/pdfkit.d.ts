/** The types of what we use of pdfkit 0.20: it has none, and those of DefinitelyTyped lack PDF/UA and table headers. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  export type StructureElement = {
    add(child: StructureElement): StructureElement
    end(): void
  }

  type TextOptions = { readonly width?: number; readonly lineGap?: number; readonly lineBreak?: boolean }

  export default class PDFDocument extends Readable {
    constructor(options: {
      readonly size: string
      readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
      readonly lang: string
      readonly pdfVersion: string
      readonly subset: 'PDF/UA'
      readonly tagged: boolean
      readonly displayTitle: boolean
      readonly bufferPages: boolean
      readonly info: { readonly Title: string; readonly Author: string; readonly CreationDate: Date }
    })
    x: number
    y: number
    readonly page: {
      readonly width: number
      readonly height: number
      readonly margins: Record<'top' | 'bottom' | 'left' | 'right', number>
    }
    registerFont(name: string, path: string): this
    font(name: string, size?: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    text(text: string, x: number, y: number, options: TextOptions): this
    heightOfString(text: string, options: TextOptions): number
    addPage(): this
    switchToPage(index: number): unknown
    bufferedPageRange(): { readonly start: number; readonly count: number }
    /** Content without a child is drawn when the element is added to one that is part of the document. */
    struct(tag: string): StructureElement
    struct(tag: string, draw: () => void): StructureElement
    struct(tag: string, options: { readonly scope?: 'Column' | 'Row' }, draw: () => void): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this
    endMarkedContent(): this
    end(): void
  }
}
