import { qrBytes } from '@rodnik/domain/receipts/receipt-qr'
import { decorate, type Pdf, write } from '../../../../platform/documents/document.ts'
import { drawQr } from '../../../../platform/documents/qr.ts'
import { longDay, money } from '../../../../platform/documents/sheet/format.ts'
import { INK, QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'
import type { Density } from './density.ts'

const PAD = 12

/** The sum, the day and the code, in a frame: what everybody looks for first. Gives the y below. */
export function drawPayBox(pdf: Pdf, place: Place, data: ReceiptData, { qrPoints }: Density): number {
  const { x, y, width } = place
  const inner = { x: x + PAD, y: y + PAD, width: width - 2 * PAD }
  const { toPayKopecks } = data.statement
  write(pdf, 'H2', () =>
    put(pdf, 'К оплате', { ...inner, y: inner.y }, { size: 12, face: 'bold', align: 'center' }),
  )
  write(pdf, 'P', () =>
    put(
      pdf,
      money(toPayKopecks),
      { ...inner, y: inner.y + 16 },
      { size: 30, face: 'bold', align: 'center', isTabular: true },
    ),
  )
  const below = drawHow(pdf, { ...inner, y: inner.y + 56 }, data, qrPoints)
  decorate(pdf, () =>
    pdf
      .roundedRect(x, y, width, below + PAD - y, 6)
      .lineWidth(1.8)
      .stroke(INK),
  )
  return below + PAD
}

function drawHow(
  pdf: Pdf,
  inner: Place,
  { dueOn, paymentQr, statement }: ReceiptData,
  qrPoints: number,
): number {
  const { x, y, width } = inner
  const style = { size: 9.5, align: 'center', color: QUIET } as const
  if (paymentQr === null) {
    write(pdf, 'P', () => put(pdf, 'Платить не нужно', inner, { size: 13, face: 'bold', align: 'center' }))
    if (statement.advanceLeftKopecks > 0) {
      write(pdf, 'P', () =>
        put(
          pdf,
          `Переплата ${money(statement.advanceLeftKopecks)}`,
          { ...inner, y: y + 24 },
          { ...style, color: INK },
        ),
      )
      write(pdf, 'P', () => put(pdf, 'зачтётся в следующих месяцах', { ...inner, y: y + 37 }, style))
    }
    return y + 54
  }
  if (dueOn !== null) {
    write(pdf, 'P', () =>
      put(pdf, `до ${longDay(dueOn)}`, inner, { size: 14, face: 'bold', align: 'center' }),
    )
  }
  const alt = `QR-код для оплаты ${money(statement.toPayKopecks)} в приложении банка`
  const top = y + 20
  drawQr(pdf, qrBytes(paymentQr), { x: x + (width - qrPoints) / 2, y: top, sizePoints: qrPoints, alt })
  write(pdf, 'P', () => put(pdf, 'Наведите камеру в приложении', { ...inner, y: top + qrPoints }, style))
  write(pdf, 'P', () => put(pdf, 'своего банка: «Оплата по QR»', { ...inner, y: top + qrPoints + 12 }, style))
  return top + qrPoints + 24
}
