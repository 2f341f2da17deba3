import { decorate, type Pdf } from '../../../../platform/documents/document.ts'
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
export function drawTable(
  pdf: Pdf,
  { x, y, width }: Place,
  { columns, rows, total, rowPoints, size }: Table,
): number {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const places = columns.map((column, i) => {
    const before = columns.slice(0, i).reduce((sum, { share }) => sum + share, 0)
    return { ...column, x: x + (width * before) / shares, width: (width * column.share) / shares }
  })
  const headPoints = rowPoints + 1
  const end = y + headPoints + rowPoints * (rows.length + (total ? 1 : 0))
  decorate(pdf, () => {
    pdf.rect(x, y, width, headPoints).fill(TINT)
    for (const i of rows.keys()) {
      const below = y + headPoints + rowPoints * (i + 1)
      pdf.moveTo(x, below).lineTo(x + width, below)
    }
    pdf.lineWidth(0.4).stroke(LINE)
    if (total)
      pdf
        .moveTo(x, end - rowPoints)
        .lineTo(x + width, end - rowPoints)
        .lineWidth(1.2)
        .stroke(INK)
  })
  const line = (
    cells: readonly string[],
    top: number,
    how: { tag: 'TH' | 'TD'; height: number; isBold: boolean },
  ) =>
    pdf.struct(
      'TR',
      {},
      places.map((place, i) =>
        pdf.struct(how.tag, how.tag === 'TH' ? { scope: 'Column' } : {}, () =>
          put(
            pdf,
            cells[i] ?? '',
            {
              x: place.x + PAD,
              y: top + (how.height - size) / 2 - size * 0.12,
              width: place.width - 2 * PAD,
            },
            {
              size: how.tag === 'TH' ? size - 0.5 : size,
              face: how.isBold ? 'bold' : 'regular',
              color: how.tag === 'TH' ? QUIET : INK,
              align: place.align ?? 'left',
              isTabular: how.tag === 'TD' && place.align === 'right',
            },
          ),
        ),
      ),
    )
  const head = line(
    columns.map(({ title }) => title),
    y,
    { tag: 'TH', height: headPoints, isBold: false },
  )
  const body = rows.map((cells, i) =>
    line(cells, y + headPoints + rowPoints * i, { tag: 'TD', height: rowPoints, isBold: false }),
  )
  const foot = total ? [line(total, end - rowPoints, { tag: 'TD', height: rowPoints, isBold: true })] : []
  pdf.addStructure(pdf.struct('Table', {}, [head, ...body, ...foot]))
  return end
}
