import type { Font } from 'fontkit'
import PdfDocument from 'pdfkit'
import { FACES, fontOf } from './fonts.ts'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that has been read before. */
      registerFont(name: string, font: Font): this
    }
    /** Newer than the published types. */
    interface StructureElementOptions {
      scope?: 'Column' | 'Row'
      bbox?: [left: number, top: number, right: number, bottom: number]
    }
  }
}

export type Pdf = InstanceType<typeof PdfDocument>

export const MARGIN_POINTS = 56

/** Newer than the published types, which know the archive formats only. */
const UNIVERSAL_ACCESS: string = 'PDF/UA'

type Facts = {
  title: string
  author: string
  /** Stands in the file in place of the moment of printing: the same facts give the same bytes. */
  createdAt: Date
  marginPoints?: number
  /** Whether a screen reader can follow it. Off for what goes to a printing press: half the bytes of a page. */
  isTagged?: boolean
}

/** An A4 document in Russian with our faces, tagged so that a screen reader can follow it (PDF/UA). */
export function openDocument(facts: Facts): Pdf {
  const { title, author, createdAt, marginPoints = MARGIN_POINTS, isTagged = true } = facts
  const options = {
    size: 'A4',
    margin: marginPoints,
    lang: 'ru',
    tagged: isTagged,
    displayTitle: true,
    ...(isTagged && { subset: UNIVERSAL_ACCESS }),
    pdfVersion: '1.7',
    // Our fonts remember words themselves, for all documents.
    fontLayoutCache: false,
    // The standard faces know no Cyrillic: ours come first.
    font: '',
    info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
  }
  const pdf = new PdfDocument(options as PDFKit.PDFDocumentOptions)
  for (const face of FACES) pdf.registerFont(face, fontOf(face))
  return pdf.font('regular')
}

/** Ends the document and gives its bytes. */
export async function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** An element of the structure: H1, P, a Table with its rows. Either draws or has parts. */
export type Element = {
  tag: string
  options?: PDFKit.Mixins.StructureElementOptions
} & ({ draw: () => void; parts?: never } | { parts: Element[]; draw?: never })

/** Draws an element with everything in it, and says what it is where the document is tagged. */
export function writeElement(pdf: Pdf, element: Element): void {
  if (pdf.options.tagged === true) pdf.addStructure(structOf(pdf, element))
  else drawAll(element)
}

function structOf(pdf: Pdf, { tag, options = {}, draw, parts }: Element): PDFKit.PDFStructureElement {
  return pdf.struct(tag, options, draw ?? parts?.map((part) => structOf(pdf, part)) ?? [])
}

function drawAll({ draw, parts }: Element): void {
  draw?.()
  for (const part of parts ?? []) drawAll(part)
}

/** Lines of text under one another as elements of the structure: H1, P and the like. */
export function write(pdf: Pdf, tag: string, draw: () => void): void {
  writeElement(pdf, { tag, draw })
}

/** Lines, frames and everything else that says nothing. */
export function decorate(pdf: Pdf, draw: () => void) {
  if (pdf.options.tagged !== true) return draw()
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}
