/** A piece of a line: words, or an address to follow; `at` is its place in the line. */
export type ProsePiece = { at: number; text: string; href?: string }
/** `at` is its place in its block. */
export type ProseLine = { at: number; pieces: ProsePiece[] }
/** `at` is its place in the text. */
export type ProseBlock = { at: number; type: 'paragraph' | 'list'; lines: ProseLine[] }

const ITEM = /^\s*[-–—•*]\s+/u
/** Only what is safe to follow and says where it leads; the dot that ends a sentence is no part of it. */
const LINK = /https:\/\/[^\s<>"'«»()]+[^\s<>"'«»().,;:!?]/gu

/** A text as staff typed it, in blocks that a page can show without ever reading it as HTML. */
export function proseBlocks(text: string): ProseBlock[] {
  return text
    .split(/\n\s*\n/u)
    .flatMap((chunk) => blocksOf(chunk.split('\n').filter((line) => line.trim() !== '')))
    .map((block, at) => ({ ...block, at }))
}

function blocksOf(lines: readonly string[]): Omit<ProseBlock, 'at'>[] {
  const blocks: Omit<ProseBlock, 'at'>[] = []
  for (const line of lines) {
    const type = ITEM.test(line) ? 'list' : 'paragraph'
    const pieces = piecesOf(line.replace(ITEM, '').trim())
    const last = blocks.at(-1)
    if (last?.type === type) last.lines.push({ at: last.lines.length, pieces })
    else blocks.push({ type, lines: [{ at: 0, pieces }] })
  }
  return blocks
}

function piecesOf(line: string): ProsePiece[] {
  const pieces: ProsePiece[] = []
  let from = 0
  for (const { 0: href, index } of line.matchAll(LINK)) {
    if (index > from) pieces.push({ at: from, text: line.slice(from, index) })
    pieces.push({ at: index, text: href, href })
    from = index + href.length
  }
  if (from < line.length) pieces.push({ at: from, text: line.slice(from) })
  return pieces
}
