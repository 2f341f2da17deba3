import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

/** The face of the pages, which has Cyrillic, ₽, № and ³; the fixed-width one tells 1 from l and 0 from O. */
const FILES = {
  regular: () => import.meta.resolve('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
  bold: () => import.meta.resolve('@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf'),
  mono: () => import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
} as const

export type Face = keyof typeof FILES
export const FACES = Object.keys(FILES) as Face[]

const faces = new Map<Face, Font>()

/** The font, read once in the life of the process: reading is more than half of the work of a page. */
export function fontOf(face: Face): Font {
  const known = faces.get(face)
  if (known) return known
  const font = withKnownWords(create(readFileSync(new URL(FILES[face]()))) as Font)
  faces.set(face, font)
  return font
}

type Run = ReturnType<Font['layout']>
type Setting = Pick<Run, 'glyphs' | 'positions' | 'advanceWidth'>

/** Words of a page that come again on every page stay; numbers and names come once and are forgotten. */
const RECENT_WORDS = 2000
/** What pdfkit reckons in: it scales the places of letters by this, where they lie. */
const UNITS_OF_PDF = 1000

/**
 * A font that remembers how it set a word: setting is most of the work of a page, and most words of documents are
 * their own. Figures of one width are set one by one, since nothing moves them together.
 */
function withKnownWords(font: Font): Font {
  let [recent, older] = [new Map<string, Setting>(), new Map<string, Setting>()]
  // Scaling by one changes nothing, so what is remembered can be given away.
  const ownCopy = font.unitsPerEm === UNITS_OF_PDF ? (setting: Setting) => setting : copyOf
  const layout = (words: string, features: string[] = []): Setting => {
    const key = `${features.join()} ${words}`
    const known = recent.get(key)
    if (known) return ownCopy(known)
    const setting =
      older.get(key) ?? (features.includes('tnum') ? figures(words) : font.layout(words, features))
    if (recent.size >= RECENT_WORDS) [recent, older] = [new Map(), recent]
    recent.set(key, setting)
    return ownCopy(setting)
  }
  const figures = (words: string) =>
    joined(Array.from(words, (sign) => (signs[sign] ??= copyOf(font.layout(sign, ['tnum'])))))
  const signs: Record<string, Setting> = {}
  const remembering: Font = Object.create(font, { layout: { value: layout } })
  return remembering
}

const joined = (settings: readonly Setting[]): Setting =>
  withWidth({
    glyphs: settings.flatMap(({ glyphs }) => glyphs),
    positions: settings.flatMap(({ positions }) => positions.map((position) => ({ ...position }))),
  })

const copyOf = (setting: Setting): Setting => joined([setting])

/** The width is asked for after the scaling. */
const withWidth = (letters: Pick<Setting, 'glyphs' | 'positions'>): Setting => ({
  ...letters,
  get advanceWidth() {
    return letters.positions.reduce((width, { xAdvance }) => width + xAdvance, 0)
  },
})
