import { decorate, type Element, type Pdf, writeElement } from '../document.ts'
import { INK, LINE, QUIET, TINT } from './ink.ts'
import { type Place, put } from './put.ts'

export type Column = { title: string; share: number; align?: 'left' | 'right' }

export type Table = {
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  /** A last row that sums the others up. */
  total?: readonly string[]
  rowPoints: number
  size: number
}

const PAD = 4

/** A table with its heads named to screen readers; gives the y below it. Each row is one line high. */
export function drawTable(pdf: Pdf, place: Place, table: Table): number {
  const { columns, rows, total, rowPoints } = table
  const cells = cellPlaces(place, columns)
  const headPoints = rowPoints + 1
  const first = place.y + headPoints
  const end = first + rowPoints * (rows.length + (total ? 1 : 0))
  decorate(pdf, () => drawRules(pdf, place, { table, first, end }))
  const rowOf = (words: readonly string[], y: number, isBold: boolean) =>
    lineOf(cells, words, (cell, word) => putCell(pdf, { ...cell, y }, word, { table, isBold }))
  const head: Element = {
    tag: 'TR',
    parts: cells.map((cell) => ({
      tag: 'TH',
      options: { scope: 'Column' },
      draw: () => putHead(pdf, { ...cell, y: place.y }, table),
    })),
  }
  const body = rows.map((words, i) => rowOf(words, first + rowPoints * i, false))
  const foot = total ? [rowOf(total, end - rowPoints, true)] : []
  writeElement(pdf, { tag: 'Table', parts: [head, ...body, ...foot] })
  return end
}

type Cell = Column & Omit<Place, 'y'>

function cellPlaces({ x, width }: Place, columns: readonly Column[]): Cell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let before = 0
  return columns.map((column) => {
    const left = x + (width * before) / shares
    before += column.share
    return { ...column, x: left + PAD, width: (width * column.share) / shares - 2 * PAD }
  })
}

const lineOf = (
  cells: readonly Cell[],
  words: readonly string[],
  draw: (cell: Cell, word: string) => void,
): Element => ({
  tag: 'TR',
  parts: cells.map((cell, i) => ({ tag: 'TD', draw: () => draw(cell, words[i] ?? '') })),
})

type Extent = { table: Table; first: number; end: number }

/** The head is tinted, hairlines part the rows, a strong line stands above the sum. */
function drawRules(pdf: Pdf, { x, y, width }: Place, { table, first, end }: Extent): void {
  const { rows, total, rowPoints } = table
  pdf.rect(x, y, width, first - y).fill(TINT)
  for (const i of rows.keys()) {
    const below = first + rowPoints * (i + 1)
    pdf.moveTo(x, below).lineTo(x + width, below)
  }
  pdf.lineWidth(0.4).stroke(LINE)
  if (!total) return
  const above = end - rowPoints
  pdf
    .moveTo(x, above)
    .lineTo(x + width, above)
    .lineWidth(1.2)
    .stroke(INK)
}

/** Letters stand a little below the middle of their line box. */
const middle = (y: number, height: number, size: number) => y + (height - size) / 2 - size * 0.12

function putCell(
  pdf: Pdf,
  { align = 'left', ...place }: Cell & Place,
  words: string,
  { table: { size, rowPoints }, isBold }: { table: Table; isBold: boolean },
): void {
  const style = { size, align, face: isBold ? 'bold' : 'regular', isTabular: align === 'right' } as const
  put(pdf, words, { ...place, y: middle(place.y, rowPoints, size) }, style)
}

function putHead(
  pdf: Pdf,
  { align = 'left', title, ...place }: Cell & Place,
  { size, rowPoints }: Table,
): void {
  const small = size - 0.5
  put(
    pdf,
    title,
    { ...place, y: middle(place.y, rowPoints + 1, small) },
    { size: small, color: QUIET, align },
  )
}
