import type { ReconciliationAct } from '@rodnik/contract/legal-documents'
import { bytesOf, openDocument, type Pdf, write } from '../../../../platform/documents/document.ts'
import { longDay, money, month, shortDay, sum } from '../../../../platform/documents/sheet/format.ts'
import { PAGE_MARGIN } from '../../../../platform/documents/sheet/ink.ts'
import { drawLongTable, roomFor } from '../../../../platform/documents/sheet/long-table.ts'
import { type Place, put, putLines } from '../../../../platform/documents/sheet/put.ts'
import type { Column } from '../../../../platform/documents/sheet/table.ts'
import { drawPairs, partyPairs } from './parties.ts'
import { drawSignatures } from './signatures.ts'

const COLUMNS: Column[] = [
  { title: 'Дата', share: 60 },
  { title: 'Операция', share: 250 },
  { title: 'Начислено, ₽', share: 100, align: 'right' },
  { title: 'Оплачено, ₽', share: 100, align: 'right' },
]

const KINDS: Record<ReconciliationAct['rows'][number]['kind'], string> = {
  opening: 'Остаток при приёме счёта',
  charge: 'Начислено',
  recalculation: 'Перерасчёт',
  payment: 'Оплата',
  refund: 'Возврат денег',
  transfer: 'Перенос на другой счёт',
  storno: 'Исправление ошибочной записи',
  penalty: 'Пени',
}

/** «Оплата, октябрь 2026». */
export const operationName = ({ kind, period }: ReconciliationAct['rows'][number]): string =>
  period === null ? KINDS[kind] : `${KINDS[kind]}, ${month(period)}`

/** Акт сверки of any days. The same facts give the same bytes. */
export async function reconciliationPdf(act: ReconciliationAct): Promise<Buffer> {
  const title = `Акт сверки с ${longDay(act.from)} по ${longDay(act.to)} г.`
  const createdAt = new Date(`${act.to}T00:00:00Z`)
  const pdf = openDocument({ title, author: act.seller.name, createdAt, marginPoints: PAGE_MARGIN })
  const place = { x: PAGE_MARGIN, width: pdf.page.width - 2 * PAGE_MARGIN }
  const at = (y: number): Place => ({ ...place, y })
  write(pdf, 'H1', () => put(pdf, title, at(PAGE_MARGIN), { size: 18, face: 'bold' }))
  const parties = drawPairs(pdf, at(PAGE_MARGIN + 32), partyPairs(act))
  const table = drawLongTable(pdf, at(parties + 10), { ...tableOf(act), rowPoints: 17, size: 9 })
  const below = drawResult(pdf, at(roomFor(pdf, table + 12, 60)), act)
  drawSignatures(pdf, at(roomFor(pdf, below + 24, 60)), ['Исполнитель', 'Заказчик'])
  return await bytesOf(pdf)
}

/** A debt of the buyer is on the left, an advance on the right. */
const sides = (owed: number): string[] => (owed >= 0 ? [sum(owed), ''] : ['', sum(-owed)])

function tableOf(act: ReconciliationAct) {
  const rows = act.rows.map((row) => [
    shortDay(row.occurredOn),
    operationName(row),
    row.debitKopecks === 0 ? '' : sum(row.debitKopecks),
    row.creditKopecks === 0 ? '' : sum(row.creditKopecks),
  ])
  const opening = [shortDay(act.from), 'Сальдо на начало', ...sides(act.openingKopecks)]
  const turnover = ['', 'Обороты за период', sum(act.debitKopecks), sum(act.creditKopecks)]
  const closing = [shortDay(act.to), 'Сальдо на конец', ...sides(act.closingKopecks)]
  return { columns: COLUMNS, rows: [opening, ...rows, turnover], total: closing }
}

function drawResult(pdf: Pdf, place: Place, act: ReconciliationAct): number {
  const { buyer, seller, to, closingKopecks, penaltyClosingKopecks } = act
  const owes =
    closingKopecks === 0
      ? 'взаимной задолженности нет'
      : closingKopecks > 0
        ? `задолженность в пользу ${seller.name} — ${money(closingKopecks)}`
        : `задолженность в пользу ${buyer.name} — ${money(-closingKopecks)}`
  const penalty = penaltyClosingKopecks === 0 ? '' : ` Пени, отдельно: ${money(penaltyClosingKopecks)}.`
  let below = place.y
  write(pdf, 'P', () => {
    const words = `На ${longDay(to)} г. ${owes}.${penalty}`
    below = putLines(pdf, words, place, { size: 10, face: 'bold', lines: 3 })
  })
  return below
}
