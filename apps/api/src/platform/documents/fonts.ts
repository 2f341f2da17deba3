import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

/** The face of the pages, which has Cyrillic, ₽, № and ³; the fixed-width one tells 1 from l and 0 from O. */
const FILES = {
  regular: import.meta.resolve('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf'),
  mono: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
} as const

export type Face = keyof typeof FILES
export const FACES = Object.keys(FILES) as Face[]

const faces = new Map<Face, Font>()

/** The font, read once in the life of the process: reading is more than half of the work of a page. */
export function fontOf(face: Face): Font {
  const known = faces.get(face)
  if (known) return known
  const font = withKnownWords(create(readFileSync(new URL(FILES[face]))) as Font)
  faces.set(face, font)
  return font
}

type Run = ReturnType<Font['layout']>

/** Words of a page that come again on every page; numbers and names come once, and push the others out in the end. */
const MAX_KNOWN_WORDS = 4000

/**
 * A font that remembers how it set a word: setting is most of the work of a page, and most words of documents are
 * their own. Figures of one width are set one by one, since nothing moves them together.
 */
function withKnownWords(font: Font): Font {
  const known = new Map<string, Run>()
  const setOnce = (words: string, features: string[]): Run => {
    const key = `${features.join()} ${words}`
    const run = known.get(key) ?? font.layout(words, features)
    if (known.size >= MAX_KNOWN_WORDS) known.clear()
    known.set(key, run)
    return run
  }
  const layout = (words: string, features: string[] = []) =>
    features.includes('tnum')
      ? joined(Array.from(words, (sign) => setOnce(sign, features)))
      : joined([setOnce(words, features)])
  const remembering: Font = Object.create(font, { layout: { value: layout } })
  return remembering
}

/** A run of its own for whoever asked: pdfkit scales the positions in place, and asks for the width after that. */
function joined(runs: readonly Run[]): Pick<Run, 'glyphs' | 'positions' | 'advanceWidth'> {
  const positions = runs.flatMap((run) => run.positions.map((position) => ({ ...position })))
  return {
    glyphs: runs.flatMap(({ glyphs }) => glyphs),
    positions,
    get advanceWidth() {
      return positions.reduce((width, { xAdvance }) => width + xAdvance, 0)
    },
  }
}
