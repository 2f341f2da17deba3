import { bytesOf, openDocument, type Pdf } from '../../../../platform/documents/document.ts'
import { accountNumber, month } from '../../../../platform/documents/sheet/format.ts'
import { GAP, PAGE_MARGIN } from '../../../../platform/documents/sheet/ink.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { drawCalculation } from './calculation.ts'
import { drawChanges } from './changes.ts'
import { densityFor } from './density.ts'
import { drawFoot, FOOT_POINTS } from './foot.ts'
import { drawHead } from './head.ts'
import { drawMeters } from './meters.ts'
import { drawPayBox } from './pay-box.ts'
import { drawPayer } from './payer.ts'
import { drawRequisites } from './requisites.ts'
import { drawStatement } from './statement.ts'

const BOX_POINTS = 214
const REQUISITES_POINTS = 220

/** A receipt as a document of one page. The same data give the same bytes. */
export async function receiptPdf(data: ReceiptData): Promise<Buffer> {
  const title = `Квитанция за воду: ${month(data.period)}, лицевой счёт ${accountNumber(data.accountNumber)}`
  const pdf = openReceipts({ title, isTagged: true }, data)
  drawReceipt(pdf, data)
  return await bytesOf(pdf)
}

type Sheets = { title: string; isTagged: boolean }

/** A document with its first page open. Its date is that of the bill, so that nothing in it is of the moment. */
export function openReceipts(sheets: Sheets, { provider, statement }: ReceiptData): Pdf {
  const createdAt = new Date(`${statement.issuedOn}T00:00:00Z`)
  return openDocument({ ...sheets, author: provider.name, createdAt, marginPoints: PAGE_MARGIN })
}

/**
 * Draws a receipt on the page that is open: never more than one page, whatever the bill.
 * @returns how far down it reaches, and where the foot of the page begins, in points
 */
export function drawReceipt(pdf: Pdf, data: ReceiptData): { bottom: number; footTop: number } {
  const [x, width] = [PAGE_MARGIN, pdf.page.width - 2 * PAGE_MARGIN]
  const footTop = pdf.page.height - PAGE_MARGIN - FOOT_POINTS
  const density = densityFor(data, footTop - PAGE_MARGIN)
  const gap = density.gapPoints
  const top = drawHead(pdf, { x, y: PAGE_MARGIN, width }, data)
  const left = width - BOX_POINTS - GAP
  const payer = drawPayer(pdf, { x, y: top, width: left }, data, density)
  const state = drawStatement(pdf, { x, y: payer + gap / 2, width: left }, data, density)
  const box = drawPayBox(pdf, { x: x + left + GAP, y: top, width: BOX_POINTS }, data, density)
  const calculated = drawCalculation(pdf, { x, y: Math.max(state, box) + gap, width }, data, density)
  const below = calculated + gap
  const requisites = drawRequisites(pdf, { x, y: below, width: REQUISITES_POINTS }, data, density)
  const right = REQUISITES_POINTS + GAP
  const meters = drawMeters(pdf, { x: x + right, y: below, width: width - right }, data, density)
  const bottom = drawChanges(pdf, { x, y: Math.max(requisites, meters) + gap, width }, data, density)
  drawFoot(pdf, { x, width }, data)
  return { bottom, footTop }
}
