/** What one drum of a meter's face shows. `textIndex` is where its character stands in the typed text. */
export type Drum = {
  place: string
  character: string
  isFraction: boolean
  isEmpty: boolean
  textIndex: number
}

/** Only what a number can consist of, with one comma or point: letters of a pasted «126,67 м³» fall away. */
export function cleanTyped(raw: string): string {
  const text = raw.replace(/[^\d.,]/g, '')
  const separator = text.search(/[.,]/)
  return separator < 0 ? text : text.slice(0, separator + 1) + text.slice(separator + 1).replace(/[.,]/g, '')
}

/**
 * Reads digits copied straight from the face: «00126670» on five black drums is 00126,670.
 * Only where that is certain: the text begins with a zero or is as long as the face.
 */
export function withComma(typed: string, wholeDigits: number, fractionDigits: number): string {
  const isPlain = /^\d+$/.test(typed) && typed.length > wholeDigits
  const isCopied = typed.startsWith('0') || typed.length === wholeDigits + fractionDigits
  return isPlain && isCopied ? `${typed.slice(0, wholeDigits)},${typed.slice(wholeDigits)}` : typed
}

/** The drums for a typed text; an empty field shows the zeros that are certain and leaves the rest open. */
export function drumsOf(
  typed: string,
  face: { wholeDigits: number; fractionDigits: number; givenZeros: number },
): Drum[] {
  const text = withComma(typed, face.wholeDigits, face.fractionDigits)
  const [whole = '', fraction = ''] = text.split(/[.,]/)
  const shift = text.length > typed.length ? 0 : 1
  const length = Math.max(face.wholeDigits, whole.length)
  const leading = length - whole.length
  const black = Array.from({ length }, (_, place) => {
    const isEmpty = typed === '' && place >= face.givenZeros
    const character = isEmpty ? '–' : place < leading ? '0' : (whole[place - leading] ?? '0')
    return {
      place: `black-${place}`,
      character,
      isFraction: false,
      isEmpty,
      textIndex: Math.max(0, place - leading),
    }
  })
  const red = Array.from({ length: face.fractionDigits }, (_, place) => {
    const character = fraction[place]
    return {
      place: `red-${place}`,
      character: character ?? '–',
      isFraction: true,
      isEmpty: character === undefined,
      textIndex: whole.length + shift + place,
    }
  })
  return [...black, ...red]
}

/** The drum before which the caret stands; the length of the face when it stands behind the last one. */
export function drumAtCaret(drums: Drum[], typed: string, caret: number): number {
  if (typed === '') return drums.findIndex((drum) => drum.isEmpty)
  const wholeLength = typed.search(/[.,]/) < 0 ? typed.length : typed.search(/[.,]/)
  const isBehindComma = caret > wholeLength
  const at = drums.findIndex(
    (drum) => drum.textIndex === caret && (isBehindComma ? drum.isFraction : !isLeadingZero(drum, drums)),
  )
  if (at >= 0) return at
  const firstRed = drums.findIndex((drum) => drum.isFraction)
  return isBehindComma || firstRed < 0 ? drums.length : firstRed
}

const isLeadingZero = (drum: Drum, drums: Drum[]) => {
  const next = drums[drums.indexOf(drum) + 1]
  return drum.textIndex === 0 && next?.textIndex === 0 && !next.isFraction
}
