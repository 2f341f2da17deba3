import PdfDocument from 'pdfkit'
import sharp from 'sharp'

/** A photo of nothing in particular, hard to pack. */
export const aPhoto = (width = 640, height = 480) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

export const aJpeg = (width?: number, height?: number): Promise<Buffer> =>
  aPhoto(width, height).jpeg().toBuffer()

type Drawing = (document: PDFKit.PDFDocument) => void

/** A document as an office program makes it. */
export async function aPdf(
  draw: Drawing = () => undefined,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const document = new PdfDocument(options)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => {
    document.once('end', resolve)
  })
  document.text('Application')
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}
