import { encode } from 'uqr'
import type { Pdf } from './document.ts'

type Place = { x: number; y: number; sizePoints: number; alt: string }

/** Draws a QR code as a vector: a rectangle for each run of dark cells, with the quiet edge that cameras need. */
export function drawQr(pdf: Pdf, text: string, { x, y, sizePoints, alt }: Place) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const cell = sizePoints / size
  const figure = pdf.struct('Figure', { alt }, () => {
    for (const [row, cells] of data.entries()) {
      for (const [start, length] of darkRuns(cells)) {
        pdf.rect(x + start * cell, y + row * cell, length * cell, cell)
      }
    }
    pdf.fill('#000000')
  })
  pdf.addStructure(figure)
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
