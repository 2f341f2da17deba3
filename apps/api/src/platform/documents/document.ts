import type { Font } from 'fontkit'
import PdfDocument from 'pdfkit'
import { FACES, fontOf } from './fonts.ts'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that has been read before. */
      registerFont(name: string, font: Font): this
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
}

/** An A4 document in Russian with our faces, tagged so that a screen reader can follow it (PDF/UA). */
export function openDocument({ title, author, createdAt, marginPoints = MARGIN_POINTS }: Facts): Pdf {
  const options = {
    size: 'A4',
    margin: marginPoints,
    lang: 'ru',
    tagged: true,
    displayTitle: true,
    subset: UNIVERSAL_ACCESS,
    pdfVersion: '1.7',
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

/** Lines of text under one another as elements of the structure: H1, P and the like. */
export function write(pdf: Pdf, tag: string, draw: () => void) {
  pdf.addStructure(pdf.struct(tag, {}, draw))
}

/** Lines, frames and everything else that says nothing. */
export function decorate(pdf: Pdf, draw: () => void) {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}
