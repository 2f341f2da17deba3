import type { SupplyDocument } from '@rodnik/contract/legal-documents'
import { receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import { amountInWords } from '../../../../platform/documents/amount-in-words.ts'
import { bytesOf, openDocument, type Pdf, write } from '../../../../platform/documents/document.ts'
import { drawQr } from '../../../../platform/documents/qr.ts'
import { longDay, money, month, sum, volume } from '../../../../platform/documents/sheet/format.ts'
import { PAGE_MARGIN } from '../../../../platform/documents/sheet/ink.ts'
import { drawLongTable, roomFor } from '../../../../platform/documents/sheet/long-table.ts'
import { type Place, put, putLines } from '../../../../platform/documents/sheet/put.ts'
import type { Column } from '../../../../platform/documents/sheet/table.ts'
import { bankPairs, drawPairs, partyPairs } from './parties.ts'
import { drawSignatures } from './signatures.ts'
import { dateOf, lineName, rateOf, type SupplyKind, TITLES, UNIT } from './supply-rows.ts'

const COLUMNS: Column[] = [
  { title: '№', share: 20 },
  { title: 'Наименование', share: 176 },
  { title: 'Ед.', share: 26 },
  { title: 'Кол-во', share: 54, align: 'right' },
  { title: 'Цена, ₽', share: 48, align: 'right' },
  { title: 'Без НДС, ₽', share: 66, align: 'right' },
  { title: 'Ставка', share: 40, align: 'right' },
  { title: 'НДС, ₽', share: 60, align: 'right' },
  { title: 'Всего, ₽', share: 66, align: 'right' },
]
const DASH = '—'
const SIZE = 9.5
const QR_POINTS = 120

/** Счёт, акт or счёт-фактура of a month. The same facts give the same bytes. */
export async function supplyPdf(document: SupplyDocument, kind: SupplyKind): Promise<Buffer> {
  const { number, period, issuedOn, seller } = document
  const day = `${longDay(dateOf(kind, document))} г.`
  const title = `${TITLES[kind]} № ${number} от ${day}`
  const createdAt = new Date(`${issuedOn}T00:00:00Z`)
  const pdf = openDocument({ title, author: seller.name, createdAt, marginPoints: PAGE_MARGIN })
  const place = { x: PAGE_MARGIN, width: pdf.page.width - 2 * PAGE_MARGIN }
  const at = (y: number): Place => ({ ...place, y })
  write(pdf, 'H1', () => put(pdf, title, at(PAGE_MARGIN), { size: 18, face: 'bold' }))
  write(pdf, 'P', () =>
    put(pdf, `Вода и водоотведение, ${month(period)}`, at(PAGE_MARGIN + 24), { size: SIZE }),
  )
  const pairs = [...partyPairs(document), ...(kind === 'invoice' ? bankPairs(document) : [])]
  const parties = drawPairs(pdf, at(PAGE_MARGIN + 48), pairs)
  const table = drawLongTable(pdf, at(parties + 10), { ...tableOf(document), rowPoints: 18, size: 8.5 })
  const words = drawWords(pdf, at(roomFor(pdf, table + 10, 40)), document)
  const below =
    kind === 'invoice' ? drawPayments(pdf, at(words + 8), document) : drawWitness(pdf, at(words + 8), kind)
  drawSignatures(pdf, at(roomFor(pdf, below + 24, 60)), SIGNERS[kind])
  return await bytesOf(pdf)
}

const SIGNERS = {
  invoice: ['Руководитель', 'Главный бухгалтер'],
  act: ['Исполнитель', 'Заказчик'],
  'vat-invoice': ['Руководитель организации', 'Главный бухгалтер'],
} as const

function tableOf({ lines, total }: SupplyDocument) {
  const rows = lines.map((line, i) => [
    String(i + 1),
    lineName(line),
    line.litres === null ? DASH : UNIT.name,
    line.litres === null ? DASH : volume(line.litres),
    line.priceKopecks === null ? DASH : sum(line.priceKopecks),
    sum(line.netKopecks),
    rateOf(line),
    sum(line.vatKopecks),
    sum(line.totalKopecks),
  ])
  const sums = [sum(total.netKopecks), '', sum(total.vatKopecks), sum(total.totalKopecks)]
  return { columns: COLUMNS, rows, total: ['', 'Итого', '', '', '', ...sums] }
}

function drawWords(pdf: Pdf, { x, y, width }: Place, { total }: SupplyDocument): number {
  const line = `Всего: ${amountInWords(total.totalKopecks)}, в том числе НДС ${money(total.vatKopecks)}.`
  let below = y
  write(pdf, 'P', () => {
    below = putLines(pdf, line, { x, y, width }, { size: SIZE, face: 'bold', lines: 2 })
  })
  return below + 4
}

const FOR: Record<SupplyDocument['payments'][number]['what'], (name: string) => string> = {
  debt: (name) => `долг по ${name} включительно`,
  month: (name) => `за ${name}`,
  advance: (name) => `аванс за ${name}`,
}

/** What is to be paid by when, and the code that pays what is left of the month. */
function drawPayments(pdf: Pdf, place: Place, document: SupplyDocument): number {
  const { payments, account, period, seller } = document
  const y = roomFor(pdf, place.y, QR_POINTS + 20)
  const left = { ...place, y, width: place.width - QR_POINTS - 20 }
  const sumKopecks = payments.reduce(
    (total, one) => (one.what === 'advance' ? total : total + one.amountKopecks),
    0,
  )
  const pairs = payments.map(({ what, period: of, dueOn, amountKopecks }) => ({
    label: dueOn === null ? 'К оплате' : `До ${longDay(dueOn)}`,
    value: `${money(amountKopecks)} — ${FOR[what](month(of))}`,
  }))
  write(pdf, 'H2', () => put(pdf, 'К оплате', left, { size: 12, face: 'bold' }))
  const below = drawPairs(pdf, { ...left, y: y + 20 }, pairs)
  if (sumKopecks === 0) return below
  const code = receiptQr({ accountNumber: account.number, period, sumKopecks, provider: seller })
  const corner = { x: place.x + place.width - QR_POINTS, y, sizePoints: QR_POINTS }
  drawQr(pdf, code, { ...corner, alt: `QR-код для оплаты ${money(sumKopecks)}` })
  return Math.max(below, y + QR_POINTS)
}

function drawWitness(pdf: Pdf, place: Place, kind: SupplyKind): number {
  if (kind !== 'act') return place.y
  const words =
    'Услуги оказаны полностью и в срок. Заказчик претензий по объёму, качеству и срокам оказания услуг не имеет.'
  let below = place.y
  write(pdf, 'P', () => {
    below = putLines(pdf, words, place, { size: SIZE, lines: 3 })
  })
  return below
}
