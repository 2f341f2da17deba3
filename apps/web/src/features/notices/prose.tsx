import { type ProseBlock, type ProsePiece, proseBlocks } from '@rodnik/domain/notices/prose-blocks'

/** A text that staff typed: paragraphs, lists and addresses, and nothing that a browser would read as HTML. */
export function Prose({ text }: { text: string }) {
  const blocks = proseBlocks(text)
  if (blocks.length === 0) return null
  return (
    <div className="prose">
      {blocks.map((block) => (
        <Block key={block.at} block={block} />
      ))}
    </div>
  )
}

function Block({ block: { type, lines } }: { block: ProseBlock }) {
  if (type === 'list') {
    return (
      <ul>
        {lines.map(({ at, pieces }) => (
          <li key={at}>
            <Pieces pieces={pieces} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <p>
      {lines.map(({ at, pieces }) => (
        <span className="line" key={at}>
          <Pieces pieces={pieces} />
        </span>
      ))}
    </p>
  )
}

function Pieces({ pieces }: { pieces: readonly ProsePiece[] }) {
  return pieces.map(({ at, text, href }) =>
    href === undefined ? (
      text
    ) : (
      <a key={at} href={href} rel="noreferrer noopener nofollow">
        {text}
      </a>
    ),
  )
}
