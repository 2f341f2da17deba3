import { type Pdf, write } from '../document.ts'
import { QUIET } from './ink.ts'
import { type Place, put, putLines } from './put.ts'

const LABEL_SHARE = 8.6

export const linePoints = (size: number): number => size * 1.2 + 3

export type Pair = { label: string; value: string; lines?: number }

/** A name and what it is, on one line or a few; gives the y below. */
export function drawPair(
  pdf: Pdf,
  { x, y, width }: Place,
  { label, value, lines = 1 }: Pair,
  size: number,
): number {
  const labelPoints = size * LABEL_SHARE
  let below = y
  write(pdf, 'P', () => {
    put(pdf, label, { x, y, width: labelPoints - 6 }, { size, color: QUIET })
    const place = { x: x + labelPoints, y, width: width - labelPoints }
    below = putLines(pdf, value, place, { size, lines })
  })
  return Math.max(below + 3, y + linePoints(size))
}
