/** A piece of a line: words, or an address to follow. */
export type ProsePiece = { text: string; href?: string }
export type ProseBlock =
  | { type: 'paragraph'; lines: ProsePiece[][] }
  | { type: 'list'; items: ProsePiece[][] }

const ITEM = /^\s*[-–—•*]\s+/u
/** Only what is safe to follow and says where it leads; the dot that ends a sentence is no part of it. */
const LINK = /https:\/\/[^\s<>"'«»()]+[^\s<>"'«»().,;:!?]/gu

/** A text as staff typed it, in blocks that a page can show without ever reading it as HTML. */
export function proseBlocks(text: string): ProseBlock[] {
  return text
    .split(/\n\s*\n/u)
    .flatMap((chunk) => blocksOf(chunk.split('\n').filter((line) => line.trim() !== '')))
}

function blocksOf(lines: readonly string[]): ProseBlock[] {
  const blocks: ProseBlock[] = []
  for (const line of lines) {
    const isItem = ITEM.test(line)
    const pieces = piecesOf(line.replace(ITEM, '').trim())
    const last = blocks.at(-1)
    if (isItem && last?.type === 'list') last.items.push(pieces)
    else if (!isItem && last?.type === 'paragraph') last.lines.push(pieces)
    else if (isItem) blocks.push({ type: 'list', items: [pieces] })
    else blocks.push({ type: 'paragraph', lines: [pieces] })
  }
  return blocks
}

function piecesOf(line: string): ProsePiece[] {
  const pieces: ProsePiece[] = []
  let from = 0
  for (const { 0: href, index } of line.matchAll(LINK)) {
    if (index > from) pieces.push({ text: line.slice(from, index) })
    pieces.push({ text: href, href })
    from = index + href.length
  }
  if (from < line.length) pieces.push({ text: line.slice(from) })
  return pieces
}
