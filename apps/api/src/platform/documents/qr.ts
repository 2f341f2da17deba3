import { encode } from 'uqr'
import { type Pdf, writeElement } from './document.ts'

type Place = { x: number; y: number; sizePoints: number; alt: string }

/**
 * One of the eight patterns that a code may be masked with. Trying all of them is nine tenths of the work, for a
 * code that cameras read no better: the data are text, which has no large areas of one colour.
 */
const MASK = 3

/** The rows of dark cells, with the quiet edge that cameras need. */
export function cellsOf(content: string | Uint8Array): boolean[][] {
  const bytes = typeof content === 'string' ? content : [...content]
  return encode(bytes, { ecc: 'M', border: 4, maskPattern: MASK }).data
}

/** Draws a QR code as a vector: a rectangle for each run of dark cells. */
export function drawQr(pdf: Pdf, content: string | Uint8Array, { x, y, sizePoints, alt }: Place) {
  const data = cellsOf(content)
  const cell = sizePoints / data.length
  const draw = () => {
    // Whole numbers of cells: half the bytes of points.
    pdf.save().translate(x, y).scale(cell)
    for (const [row, cells] of data.entries()) {
      for (const [start, length] of darkRuns(cells)) pdf.rect(start, row, length, 1)
    }
    pdf.fill('#000000').restore()
  }
  const bbox: [number, number, number, number] = [x, y, x + sizePoints, y + sizePoints]
  writeElement(pdf, { tag: 'Figure', options: { alt, bbox }, draw })
}

/** Where each run of dark cells begins, and how long it is. */
function darkRuns(cells: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (const [i, isDark] of cells.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === i) last[1] += 1
    else runs.push([i, 1])
  }
  return runs
}
