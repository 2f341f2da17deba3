import { UnreadableFile } from './unreadable-file.ts'

/** How far a sheet may reach. `cells` bounds rows by columns: each row is kept as wide as the widest. */
export type Extent = { rows: number; columns: number; cells: number }

const TAG = /<(row|c)(?=[\s/>])([^<>]*)([<>])/g
const ATTRIBUTES = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/
const PLACE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const PLACES = { row: /^()(\d{1,10})$/, c: /^([A-Z]{1,7})(\d{1,10})$/ }
/** Of a tag that a chunk has cut in two. */
const MAX_TAG_CHARACTERS = 4096

/**
 * Reads the XML of a sheet as it is unpacked, and refuses one that reaches further than it may: whoever reads it
 * fills the gap before a stray cell with empty ones. What is not written as every spreadsheet writes it is refused
 * too, so that nothing means one thing here and another to the reader.
 * @param onTooFar is told what is too much, and throws
 */
export function watchSheet(limit: Extent, onTooFar: (what: string) => never): (chunk: Buffer) => void {
  const reached = { rows: 0, columns: 0 }
  let rowTags = 0
  let rest = ''

  function reach(name: 'row' | 'c', attributes: string) {
    if (name === 'row') rowTags++
    reached.rows = Math.max(reached.rows, rowTags)
    for (const [, doubled, single] of attributes.matchAll(PLACE)) {
      const { row, column } = placeOf(name, doubled ?? single ?? '')
      reached.rows = Math.max(reached.rows, row)
      reached.columns = Math.max(reached.columns, column)
    }
    if (reached.rows > limit.rows) onTooFar(`${reached.rows} rows`)
    if (reached.columns > limit.columns) onTooFar(`${reached.columns} columns`)
    if (reached.rows * reached.columns > limit.cells) onTooFar(`${reached.rows * reached.columns} cells`)
  }

  return (chunk) => {
    // Tags and places are ASCII; what else there is does not matter.
    const text = rest + chunk.toString('latin1')
    let end = 0
    for (const found of text.matchAll(TAG)) {
      const [whole, name = '', attributes = '', close] = found
      if (close === '<' || !ATTRIBUTES.test(attributes)) throw damagedSheet()
      reach(name === 'row' ? 'row' : 'c', attributes)
      end = found.index + whole.length
    }
    rest = unfinished(text.slice(end))
  }
}

function placeOf(name: 'row' | 'c', place: string): { row: number; column: number } {
  const found = PLACES[name].exec(place)
  if (!found) throw damagedSheet()
  const [, letters = '', row = ''] = found
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(row), column }
}

/** The tag that the next chunk goes on with; a long text that stands after another tag is let go. */
function unfinished(text: string): string {
  const at = text.lastIndexOf('<')
  const tag = at < 0 ? '' : text.slice(at)
  if (tag.length <= MAX_TAG_CHARACTERS) return tag
  if (/^<(?:row|c)[\s/>]/.test(tag)) throw damagedSheet()
  return ''
}

function damagedSheet(): UnreadableFile {
  return new UnreadableFile(
    'workbook_damaged',
    'The workbook is damaged or not a plain .xlsx: save it again or as CSV.',
  )
}
