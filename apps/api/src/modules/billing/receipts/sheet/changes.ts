import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import type { Recalculation } from '@rodnik/domain/receipts/receipt-recalculations'
import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { money, month } from '../../../../platform/documents/sheet/format.ts'
import { GAP } from '../../../../platform/documents/sheet/ink.ts'
import { linePoints } from '../../../../platform/documents/sheet/pair.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { type Density, TITLE_POINTS } from './density.ts'
import { reasonLine } from './words.ts'

/** Recalculations with their reasons, and penalties by the month of the debt: side by side where there are both. */
export function drawChanges(
  pdf: Pdf,
  { x, y, width }: Place,
  { recalculations, penalties }: ReceiptData,
  density: Density,
): number {
  const blocks: Block[] = [
    { title: 'Перерасчёты', lines: recalculations.map(recalculationLine) },
    { title: 'Пени за просрочку', lines: penaltyLines(penalties) },
  ].filter(({ lines }) => lines.length > 0)
  const each = (width - GAP * (blocks.length - 1)) / blocks.length
  const ends = blocks.map((block, i) =>
    drawBlock(pdf, { x: x + (each + GAP) * i, y, width: each }, block, density),
  )
  return Math.max(y, ...ends)
}

const recalculationLine = (one: Recalculation): [string, string] => [
  reasonLine(one),
  one.amountKopecks === null ? 'в начислении' : money(one.amountKopecks),
]

/** Both services of a month that was not paid are one line. */
const penaltyLines = (penalties: readonly PenaltyGrowth[]): [string, string][] =>
  [...Map.groupBy(penalties, ({ debtPeriod }) => debtPeriod)].map(([debtPeriod, same]) => [
    `Долг за ${month(debtPeriod)}`,
    money(sumKopecks(same)),
  ])

type Block = { title: string; lines: [string, string][] }

const AMOUNT_SHARE = 0.24

/** What is more than the room goes into one line that says where the rest is. */
function drawBlock(
  pdf: Pdf,
  { x, y, width }: Place,
  { title, lines }: Block,
  { size: usual, maxChanges }: Density,
): number {
  write(pdf, 'H2', () => put(pdf, title, { x, y, width }, { size: 12, face: 'bold' }))
  const size = usual - 0.5
  const shown = lines.length > maxChanges ? lines.slice(0, maxChanges - 1) : lines
  const rest = lines.length - shown.length
  const all = rest > 0 ? [...shown, [`И ещё ${rest}: полный расчёт — в личном кабинете`, '']] : shown
  const amountPoints = width * AMOUNT_SHARE
  for (const [i, [words = '', amount = '']] of all.entries()) {
    const top = y + TITLE_POINTS + linePoints(size) * i
    write(pdf, 'P', () => {
      put(pdf, words, { x, y: top, width: amount === '' ? width : width - amountPoints - 6 }, { size })
      put(pdf, amount, { x: x + width - amountPoints, y: top, width: amountPoints }, { size, align: 'right' })
    })
  }
  return y + TITLE_POINTS + linePoints(size) * all.length
}
