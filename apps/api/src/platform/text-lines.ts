/** The text of bytes that come piece by piece, without the byte order mark. @throws TypeError for what is no UTF-8 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(startsWithMark(piece) ? 'utf-8' : encoding, { fatal: true })
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

/** EF BB BF: whatever the file was said to be written in, it is UTF-8. */
const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/**
 * The lines of a text, as many at once as a piece of it holds. Of a line without end no more than `maxCharacters`
 * and one are kept, so that whoever counts sees that it is too long.
 */
export async function* linesOf(text: AsyncIterable<string>, maxCharacters: number): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = (lines.pop() ?? '').slice(0, maxCharacters + 1)
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [rest]
}
