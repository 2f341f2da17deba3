import { useFieldWords } from '../../lib/field-words.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OutboxEntry } from './outbox.ts'

type Props = { entry: OutboxEntry; onDrop: () => void; onSend: () => void }

/** Where a record stands: on the phone, with the server, or refused and why. */
export function SendingNote({ entry, onDrop, onSend }: Props) {
  const words = useFieldWords()
  if (entry.state === 'sent') return <Sent entry={entry} />
  if (entry.state === 'waiting') {
    return (
      <Notice kind="info" title={words.sending.waiting}>
        <p>{words.waitingText}</p>
        <p className="actions">
          <button type="button" className="quiet" onClick={onSend}>
            {words.sendNow}
          </button>
        </p>
      </Notice>
    )
  }
  const { refused } = words
  const code = entry.refusal?.code ?? 'other'
  return (
    <Notice kind="stop" title={refused['title'] ?? ''} isUrgent>
      <p>{refused[code] ?? refused['other']}</p>
      <p className="actions">
        <button type="button" onClick={onDrop}>
          {refused['drop']}
        </button>
      </p>
    </Notice>
  )
}

function Sent({ entry: { actNumber, photos } }: { entry: OutboxEntry }) {
  const words = useFieldWords()
  return (
    <Notice kind="ok" title={words.sent(actNumber)} isUrgent>
      {photos.length > 0 && <p>{words.photosLeft(photos.length)}</p>}
    </Notice>
  )
}
