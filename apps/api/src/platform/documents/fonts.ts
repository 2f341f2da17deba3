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
  const font = create(readFileSync(new URL(FILES[face]))) as Font
  faces.set(face, font)
  return font
}
