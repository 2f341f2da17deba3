import { decorate, type Pdf, write } from '../../../../platform/documents/document.ts'
import { INK, QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'

const GAP = 30

/** Two lines to sign on, side by side. */
export function drawSignatures(pdf: Pdf, { x, y, width }: Place, signers: readonly [string, string]): void {
  const half = (width - GAP) / 2
  for (const [i, signer] of signers.entries()) {
    const left = x + i * (half + GAP)
    write(pdf, 'P', () => put(pdf, signer, { x: left, y, width: half }, { size: 9.5 }))
    decorate(pdf, () =>
      pdf
        .moveTo(left, y + 34)
        .lineTo(left + half, y + 34)
        .lineWidth(0.75)
        .stroke(INK),
    )
    write(pdf, 'P', () =>
      put(pdf, 'подпись, фамилия, печать', { x: left, y: y + 38, width: half }, { size: 8, color: QUIET }),
    )
  }
}
