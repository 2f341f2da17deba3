import { useFieldWords } from '../../lib/field-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { leftOver } from './outbox-rules.ts'
import { SendingNote } from './sending-note.tsx'
import type { Outbox } from './use-outbox.ts'

type Props = { outbox: Outbox; inspectorId: string; visitIds: ReadonlySet<string> }

/** What was recorded on another day and is not all with the server. Whose it is the phone does not keep. */
export function LeftOver({ outbox, inspectorId, visitIds }: Props) {
  const words = useFieldWords()
  const { format } = useSpeech()
  const left = leftOver(outbox.entries, { inspectorId, visitIds })
  if (left.length === 0) return null
  return (
    <section className="stack" aria-labelledby="left-over">
      <h2 id="left-over">{words.leftOver}</h2>
      {left.map((entry) => (
        <article key={entry.key} className="stack">
          <h3>{format.date(entry.day)}</h3>
          <SendingNote entry={entry} outbox={outbox} />
        </article>
      ))}
    </section>
  )
}
