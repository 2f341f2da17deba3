import { createCanvas } from '@napi-rs/canvas'
import jsQr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader opens it. */
export const openPdf = async (bytes: Buffer) =>
  await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['getPage']>>

const firstPage = async (bytes: Buffer) => await (await openPdf(bytes)).getPage(1)

/** The words of the first page, a line for each piece of text. */
export async function textOf(bytes: Buffer): Promise<string> {
  const { items } = await (await firstPage(bytes)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('\n')
}

/** How the first page is built, as a screen reader walks it. */
export async function structureOf(bytes: Buffer): Promise<string> {
  return JSON.stringify(await (await firstPage(bytes)).getStructTree())
}

/** What a camera reads off the first page: the bytes of its QR code. */
export async function scannedBytes(bytes: Buffer): Promise<Uint8Array | undefined> {
  const { data, width, height } = await drawn(await firstPage(bytes))
  const found = jsQr.default(new Uint8ClampedArray(data), width, height)
  return found ? Uint8Array.from(found.binaryData) : undefined
}

async function drawn(page: Page) {
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(viewport.width, viewport.height)
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
}
