import { type ProseBlock, type ProsePiece, proseBlocks } from '@rodnik/domain/notices/prose-blocks'

/** A text that staff typed: paragraphs, lists and addresses, and nothing that a browser would read as HTML. */
export function Prose({ text }: { text: string }) {
  const blocks = proseBlocks(text)
  if (blocks.length === 0) return null
  return (
    <div className="prose">
      {blocks.map((block, i) => (
        <Block key={`${i} ${keyOf(block)}`} block={block} />
      ))}
    </div>
  )
}

const keyOf = (block: ProseBlock) => textOf((block.type === 'list' ? block.items : block.lines)[0] ?? [])
const textOf = (pieces: readonly ProsePiece[]) => pieces.map(({ text }) => text).join('')

function Block({ block }: { block: ProseBlock }) {
  if (block.type === 'list') {
    return (
      <ul>
        {block.items.map((item, i) => (
          <li key={`${i} ${textOf(item)}`}>
            <Pieces pieces={item} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <p>
      {block.lines.map((line, i) => (
        <span className="line" key={`${i} ${textOf(line)}`}>
          <Pieces pieces={line} />
        </span>
      ))}
    </p>
  )
}

function Pieces({ pieces }: { pieces: readonly ProsePiece[] }) {
  return pieces.map(({ text, href }, i) =>
    href === undefined ? (
      text
    ) : (
      <a key={`${i} ${href}`} href={href} rel="noreferrer noopener nofollow">
        {text}
      </a>
    ),
  )
}
