import { createWriteStream, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import type { Pdf } from '../../../../platform/documents/document.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { drawReceipt, openReceipts } from '../sheet/receipt-sheet.ts'

/**
 * Writes receipts, a page each, into one file. It has its name only when it is whole: a file that is there is complete.
 * Pages leave the memory as they are drawn.
 */
export async function printFile(
  file: string,
  title: string,
  receipts: AsyncIterable<ReceiptData>,
): Promise<void> {
  const unfinished = `${file}.part`
  let sheets: Sheets | undefined
  for await (const receipt of receipts) {
    if (sheets) sheets.pdf.addPage()
    else sheets = openInto(unfinished, title, receipt)
    // A full disk is told at once, not after a thousand pages.
    if (sheets.target.errored) break
    drawReceipt(sheets.pdf, receipt)
  }
  if (!sheets) return
  sheets.pdf.end()
  await sheets.written
  await rename(unfinished, file)
}

type Sheets = { pdf: Pdf; target: WriteStream; written: Promise<void> }

function openInto(file: string, title: string, first: ReceiptData): Sheets {
  const pdf = openReceipts({ title, isTagged: false }, first)
  const target = createWriteStream(file, { flush: true })
  const written = finished(target)
  // Whoever prints awaits it in the end; until then a failure is no surprise.
  written.catch(() => undefined)
  pdf.pipe(target)
  return { pdf, target, written }
}
