import { dropWords, type Piece, readPieces, writePieces } from './spelling.ts'

const FLAT_WORDS = new Set([
  'КВАРТИРА',
  'КВАРТ',
  'КВ',
  'ПОМЕЩЕНИЕ',
  'ПОМЕЩ',
  'ПОМ',
  'ОФИС',
  'ОФ',
  'НОМЕР',
  'N',
  'NО',
])
const ROOM_WORDS = new Set(['КОМНАТА', 'КОМН', 'КОМ'])

/** How people say that a private house has no flat. */
const NO_FLAT = new Set([
  '0',
  'НЕТ',
  'Б/Н',
  'Б-Н',
  'БН',
  'БЕЗ-НОМЕРА',
  'ОТСУТСТВУЕТ',
  'ЧАСТНЫЙ-ДОМ',
  'Ч/Д',
  'ЧД',
])

/**
 * The form in which flats are compared: «кв. 45», «№45», «045» → 45; «5 комн. 1», «5-1» → 5/1;
 * «0», «-», «нет», «б/н» → empty, a private house. Takes any text, and a key gives itself again.
 */
export function flatKey(raw: string): string {
  const pieces = dropWords(readPieces(raw), (word) => FLAT_WORDS.has(word))
  const key = writePieces(dropRooms(pieces))
  return NO_FLAT.has(key) ? '' : key
}

/** A room is a fraction of its flat. */
function dropRooms(pieces: Piece[]): Piece[] {
  return pieces.flatMap((piece, index): Piece[] => {
    if (isRoomWord(piece, pieces[index + 1])) return []
    return [isRoomWord(pieces[index - 1], piece) ? { ...piece, gap: '/' } : piece]
  })
}

function isRoomWord(piece: Piece | undefined, next: Piece | undefined): boolean {
  if (!piece) return false
  return ROOM_WORDS.has(piece.text) || (piece.text === 'К' && next !== undefined && isNumberAtHand(next))
}

/** «5к1» and «5 к 1» have a room, «5к-1» has not. */
function isNumberAtHand(piece: Piece): boolean {
  return piece.kind === 'number' && (piece.gap === '' || piece.gap === ' ')
}
