import type { Pdf } from '../document.ts'
import type { Face } from '../fonts.ts'
import { INK } from './ink.ts'

export type Place = { x: number; y: number; width: number }
export type Style = {
  size: number
  face?: Face
  color?: string
  align?: 'left' | 'right' | 'center'
  /** Figures of one width, for columns of numbers. */
  isTabular?: boolean
}

/** Below this share of its size a line is cut: it could not be read any more. */
const LEAST_SCALE = 0.75
const ELLIPSIS = '…'

/** One line of text at its place. What is too wide becomes smaller, and only then shorter: it never leaves its place. */
export function put(pdf: Pdf, words: string, { x, y, width }: Place, style: Style): void {
  const { size, face = 'regular', color = INK, align = 'left', isTabular = false } = style
  const features: PDFKit.Mixins.OpenTypeFeatures[] | undefined = isTabular ? ['tnum'] : undefined
  pdf.font(face).fontSize(size).fillColor(color)
  const wide = pdf.widthOfString(words, { features })
  const scale = Math.max(LEAST_SCALE, Math.min(1, width / wide))
  pdf.fontSize(size * scale)
  const shown = wide * scale <= width + 0.01 ? words : shortened(pdf, words, width)
  const actual = shown === words ? wide * scale : pdf.widthOfString(shown)
  const left = align === 'right' ? x + width - actual : align === 'center' ? x + (width - actual) / 2 : x
  // The base line stays where it is when the letters shrink.
  pdf.text(shown, left, y + size * (1 - scale), { lineBreak: false, features })
}

function shortened(pdf: Pdf, words: string, width: number): string {
  let end = words.length
  while (end > 0 && pdf.widthOfString(words.slice(0, end) + ELLIPSIS) > width) end -= 1
  return words.slice(0, end) + ELLIPSIS
}

/** Lines of text as wide as the place, at most so many; gives the y below them. */
export function putLines(
  pdf: Pdf,
  words: string,
  { x, y, width }: Place,
  style: Style & { lines: number },
): number {
  const { size, face = 'regular', color = INK, lines } = style
  pdf.font(face).fontSize(size).fillColor(color)
  const height = pdf.currentLineHeight(true)
  const scale = pdf.heightOfString(words, { width }) > height * lines + 1 ? LEAST_SCALE : 1
  pdf.fontSize(size * scale)
  // Smaller lines are more of them in the same height.
  pdf.text(words, x, y, { width, height: height * lines, ellipsis: ELLIPSIS, lineGap: 0 })
  return Math.min(pdf.y, y + height * lines)
}
