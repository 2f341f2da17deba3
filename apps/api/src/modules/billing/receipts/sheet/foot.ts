import { decorate, type Pdf, write } from '../../../../platform/documents/document.ts'
import { LINE, QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'

const LINE_POINTS = 12.5
/** With the rule above it, and one line more on paper. */
export const FOOT_POINTS = LINE_POINTS * 3 + 10

/** How to reach the utility, at the foot of the page. */
export function drawFoot(
  pdf: Pdf,
  { x, width }: Omit<Place, 'y'>,
  { provider, receiptCode }: ReceiptData,
): void {
  const { phone, email, site, dispatcherPhone } = provider
  const lines = [
    ...(receiptCode === null ? [] : [codeLine(receiptCode, site)]),
    `Показания и оплата без комиссии: ${site}. Вопросы по квитанции: ${phone}, ${email}`,
    `Нет воды, авария: диспетчер ${dispatcherPhone}, круглосуточно`,
  ]
  const top = pdf.page.height - pdf.page.margins.bottom - LINE_POINTS * lines.length
  decorate(pdf, () =>
    pdf
      .moveTo(x, top - 6)
      .lineTo(x + width, top - 6)
      .lineWidth(0.75)
      .stroke(LINE),
  )
  for (const [i, words] of lines.entries()) {
    write(pdf, 'P', () =>
      put(pdf, words, { x, y: top + LINE_POINTS * i, width }, { size: 8.5, color: QUIET }),
    )
  }
}

const codeLine = (code: string, site: string) =>
  `Код квитанции ${code.slice(0, 4)}\u00a0${code.slice(4)}: им вы добавите лицевой счёт в личный кабинет на ${site}`
