/** One piece of a house or flat number, with what stands before it. */
export type Piece = { kind: 'number' | 'word' | 'unknown'; text: string; gap: '' | ' ' | '-' | '/' }

const CYRILLIC_TWINS: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}

/**
 * One spelling for all ways to type the same characters: capitals, Cyrillic for Latin look-alikes,
 * one dash, one slash.
 */
export function spell(raw: string): string {
  return (
    raw
      // Before NFKC, which would write «No».
      .replaceAll('№', ' ')
      // 12² and 12½ must not become 122 and 121/2.
      .replaceAll(/(?<=\p{N})(?=\p{No})/gu, ' ')
      .normalize('NFKC')
      .toUpperCase()
      .normalize('NFKC')
      .replaceAll(/[\p{Cf}\p{M}]/gu, '')
      .replaceAll('Ё', 'Е')
      .replaceAll(/[ABCEHKMOPTXY]/g, (letter) => CYRILLIC_TWINS[letter] ?? letter)
      .replaceAll(/[\p{Pd}\u2212]/gu, '-')
      .replaceAll(/[\\\u2044\u2215]/g, '/')
      // A minus is not a way to write a number of a house: -1 is not 1.
      .replace(/^\s*-(?=\d)/, '?')
  )
}

// Letters of other scripts are kept as «?»: they match nothing, and nothing is lost in silence.
const TOKEN = /[0-9]+|[А-ЯA-Z]+|[?\p{L}\p{N}]|[^?\p{L}\p{N}]+/gu

/** Cuts a number into digits, words and the gaps between them; leading zeros go. */
export function readPieces(raw: string): Piece[] {
  // Most numbers are plain; an import has a million of them.
  if (/^[1-9][0-9]*$/.test(raw)) return [{ kind: 'number', text: raw, gap: '' }]
  const pieces: Piece[] = []
  let gap: Piece['gap'] = ''
  for (const [token] of spell(raw).matchAll(TOKEN)) {
    const kind = kindOf(token)
    if (kind === 'gap') {
      gap = gapOf(token)
      continue
    }
    const text = kind === 'unknown' ? '?' : token.replace(/^0+(?=\d)/, '')
    pieces.push({ kind, text, gap })
    gap = ''
  }
  return pieces
}

/** Takes words out; what stood on both sides does not grow together. */
export function dropWords(pieces: Piece[], isDropped: (word: string, index: number) => boolean): Piece[] {
  const kept: Piece[] = []
  let gap: Piece['gap'] = ''
  for (const [index, piece] of pieces.entries()) {
    const widest = gapOf(gap + piece.gap)
    if (piece.kind === 'word' && isDropped(piece.text, index)) {
      gap = widest
    } else {
      kept.push(gap === '' ? piece : { ...piece, gap: widest })
      gap = ''
    }
  }
  return kept
}

/** Writes the pieces down so that reading the result gives the same pieces again. */
export function writePieces(pieces: Piece[]): string {
  return pieces.map((piece, index) => joint(pieces[index - 1], piece) + piece.text).join('')
}

/** 12-а and 12 а are 12А; 12-1 and 12 1 are 12/1, never 121. */
function joint(left: Piece | undefined, right: Piece): string {
  if (!left || right.gap === '') return ''
  const kinds = `${left.kind} ${right.kind}`
  if (kinds.includes('unknown')) return ''
  if (kinds === 'number number' || right.gap === '/') return '/'
  if (kinds === 'number word') return ''
  if (kinds === 'word number') return right.gap === ' ' ? '' : '/'
  return '-'
}

function kindOf(token: string): Piece['kind'] | 'gap' {
  if (/^[0-9]/.test(token)) return 'number'
  if (/^[А-ЯA-Z]/.test(token)) return 'word'
  return /^[?\p{L}\p{N}]/u.test(token) ? 'unknown' : 'gap'
}

function gapOf(token: string): ' ' | '-' | '/' {
  if (token.includes('/')) return '/'
  return token.includes('-') ? '-' : ' '
}
