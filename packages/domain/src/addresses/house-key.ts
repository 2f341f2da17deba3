import { dropWords, type Piece, readPieces, writePieces } from './spelling.ts'

/** Words that say «a number follows» wherever they stand. */
const HOUSE_WORDS = new Set([
  'ДОМ',
  'ДОМОВЛАДЕНИЕ',
  'ДОМОВЛ',
  'ДВЛД',
  'ВЛАДЕНИЕ',
  'ВЛАД',
  'ВЛД',
  'ЗДАНИЕ',
  'НОМЕР',
  'ЛИТЕРА',
  'ЛИТЕР',
  'ЛИТ',
])
/** Short ones do so only before the number: 12Д is a house with the letter Д. */
const LEADING_WORDS = new Set(['Д', 'ВЛ', 'ЗД', 'N', 'NО'])

/** Parts of a house number: корпус → К, строение → С, сооружение → Ж. */
const BUILDINGS = new Map([
  ['КОРПУС', 'К'],
  ['КОРП', 'К'],
  ['КОР', 'К'],
  ['СТРОЕНИЕ', 'С'],
  ['СТРОЕН', 'С'],
  ['СТР', 'С'],
  ['СООРУЖЕНИЕ', 'Ж'],
  ['СООР', 'Ж'],
])

/** Words typed without a space: «12акорп1», «12литА». */
const LETTER_AND_BUILDING = /^([А-ЯA-Z])(КОРПУС|КОРП|СТРОЕНИЕ|СТР|СООРУЖЕНИЕ|СООР)$/
const LETTER_AFTER_LITERA = /^ЛИТ(?:ЕРА?)?([А-ЯA-Z])$/

/** К, С or Ж between numbers, perhaps after the letter of the house; in longer words they are spelling. */
const BUILDING_LETTER = /(?:(?<=\d[А-ЯA-Z]?)|(?<=[А-ЯA-Z])-)[КСЖ](?=\d)/g
const SLASH_BEFORE_LETTER = /(?<=\d)\/(?=[А-ЯA-Z](?![А-ЯA-Z]))/g

/**
 * The form in which house numbers are compared: «12 а», «12-А», «д. 12 "А"», «012a» → 12А;
 * «12 корп. 1» → 12К1; «12-1» → 12/1. Takes any text, and a key gives itself again.
 */
export function houseKey(raw: string): string {
  const pieces = readPieces(raw).flatMap(untangle)
  const firstNumber = pieces.findIndex((piece) => piece.kind === 'number')
  const isHouseWord = (word: string, index: number) =>
    HOUSE_WORDS.has(word) || (LEADING_WORDS.has(word) && (firstNumber === -1 || index < firstNumber))
  return writePieces(shortenBuildings(dropWords(pieces, isHouseWord)))
}

/**
 * A form in which «12 корп. 1», «12 стр. 1» and «12/1» are the same, and «12/А» is 12А: billing data
 * mix them. Enough where the account number already fixes one address.
 */
export function houseWeakKey(raw: string): string {
  return houseKey(raw).replaceAll(BUILDING_LETTER, '/').replaceAll(SLASH_BEFORE_LETTER, '')
}

function untangle(piece: Piece): Piece[] {
  const litera = LETTER_AFTER_LITERA.exec(piece.text)?.[1]
  if (litera && !HOUSE_WORDS.has(piece.text)) return [{ ...piece, text: litera }]
  const [, letter, building] = LETTER_AND_BUILDING.exec(piece.text) ?? []
  if (!letter || !building) return [piece]
  return [
    { ...piece, text: letter },
    { ...piece, text: building, gap: ' ' },
  ]
}

function shortenBuildings(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1]
    const isSpelled = before !== undefined && BUILDINGS.has(before.text)
    const text = BUILDINGS.get(piece.text) ?? piece.text
    if (isSpelled && (piece.kind === 'number' || text.length === 1)) return { ...piece, text, gap: '' }
    const isBuilding = text !== piece.text || isBuildingLetter(piece, pieces[index + 1])
    return isBuilding && isShort(before) ? { ...piece, text, gap: '' } : { ...piece, text }
  })
}

/** К, С or Ж right before a number. */
function isBuildingLetter(piece: Piece, next: Piece | undefined): boolean {
  return /^[КСЖ]$/.test(piece.text) && next?.kind === 'number' && (next.gap === '' || next.gap === ' ')
}

/** After a longer word a gap stays, or the two would read as one word. */
function isShort(piece: Piece | undefined): boolean {
  return piece?.kind === 'number' || piece?.text.length === 1
}
