import type { Pdf } from '../document.ts'
import type { Place } from './put.ts'
import { drawTable, type Table } from './table.ts'

/** A table over as many pages as it takes, each with its own head; gives the y below it on the last one. */
export function drawLongTable(pdf: Pdf, place: Place, table: Table): number {
  const { margins, height } = pdf.page
  const bottom = height - margins.bottom
  const sums = table.total ? 1 : 0
  let { rows } = table
  let { y } = place
  for (;;) {
    const room = Math.max(1, Math.floor((bottom - y) / table.rowPoints) - 1)
    if (rows.length + sums <= room) return drawTable(pdf, { ...place, y }, { ...table, rows })
    const { total: _last, ...head } = table
    drawTable(pdf, { ...place, y }, { ...head, rows: rows.slice(0, room) })
    rows = rows.slice(room)
    pdf.addPage()
    y = margins.top
  }
}

/** The y to go on at: the same, or the top of a new page where there is no room for so much. */
export function roomFor(pdf: Pdf, y: number, points: number): number {
  const { margins, height } = pdf.page
  if (y + points <= height - margins.bottom) return y
  pdf.addPage()
  return margins.top
}
