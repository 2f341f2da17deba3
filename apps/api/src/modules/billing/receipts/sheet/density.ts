import { linePoints } from '../../../../platform/documents/sheet/pair.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { statementRows } from './statement-rows.ts'

/** How much room things take, in points, and how many of those that may be many are shown. */
export type Density = {
  size: number
  rowPoints: number
  qrPoints: number
  gapPoints: number
  maxMeters: number
  maxChanges: number
}

const ROOMY: Density = {
  size: 10.5,
  rowPoints: 20,
  qrPoints: 160,
  gapPoints: 20,
  maxMeters: 6,
  maxChanges: 8,
}
const NORMAL: Density = {
  size: 9.5,
  rowPoints: 16,
  qrPoints: 150,
  gapPoints: 14,
  maxMeters: 6,
  maxChanges: 8,
}
/** With this one everything fits: the longest bill is the test. */
const TIGHT: Density = {
  size: 8.5,
  rowPoints: 11.6,
  qrPoints: 118,
  gapPoints: 7,
  maxMeters: 4,
  maxChanges: 3,
}

/** Large where there is little to say, small where there is much. */
export function densityFor(data: ReceiptData, roomPoints: number): Density {
  return [ROOMY, NORMAL].find((density) => heightOf(data, density) <= roomPoints) ?? TIGHT
}

/** Heading of a block. */
export const TITLE_POINTS = 18
export const HEAD_POINTS = 56
const NAME_AND_ADDRESS_LINES = 5
const REQUISITE_LINES = 9
const BOX_AROUND_QR_POINTS = 130

function heightOf(data: ReceiptData, { size, rowPoints, qrPoints, gapPoints, ...most }: Density): number {
  const line = linePoints(size)
  const table = (rows: number) => TITLE_POINTS + rowPoints * rows + 2
  const state = 30 + line * NAME_AND_ADDRESS_LINES + gapPoints + table(statementRows(data).length + 2)
  const calculation = table(data.rows.length + 2) + (data.isGrouped ? line : 0)
  const meters = table(Math.min(data.meters.length, most.maxMeters) + 1) + 3 * line
  const requisites = TITLE_POINTS + REQUISITE_LINES * line
  const changes = Math.min(
    most.maxChanges,
    Math.max(data.recalculations.length, new Set(data.penalties.map(({ debtPeriod }) => debtPeriod)).size),
  )
  return (
    HEAD_POINTS +
    Math.max(state, qrPoints + BOX_AROUND_QR_POINTS) +
    calculation +
    Math.max(meters, requisites) +
    (changes > 0 ? TITLE_POINTS + changes * line + gapPoints : 0) +
    3 * gapPoints
  )
}
