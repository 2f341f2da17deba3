import { useFieldWords } from '../../lib/field-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { type OutboxEntry, photosToSend, refusedPhotos } from './outbox-rules.ts'
import { RefusedPhoto } from './refused-photo.tsx'
import type { Outbox } from './use-outbox.ts'

type Props = {
  entry: OutboxEntry
  outbox: Pick<Outbox, 'drop' | 'dropPhoto' | 'send'>
}

/** Where a record stands: on the phone, with the server, or refused and why. */
export function SendingNote({ entry, outbox }: Props) {
  const words = useFieldWords()
  if (entry.state === 'sent') return <Sent entry={entry} outbox={outbox} />
  if (entry.state === 'waiting') {
    return (
      <Notice kind="info" title={words.sending.waiting}>
        <p>{words.waitingText}</p>
        <p className="actions">
          <button type="button" className="quiet" onClick={() => void outbox.send()}>
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
        <button type="button" onClick={() => void outbox.drop(entry.key)}>
          {refused['drop']}
        </button>
      </p>
    </Notice>
  )
}

function Sent({ entry, outbox }: Props) {
  const words = useFieldWords()
  const left = photosToSend(entry).length
  return (
    <>
      <Notice kind="ok" title={words.sent(entry.actNumber)} isUrgent>
        {left > 0 && <p>{words.photosLeft(left)}</p>}
      </Notice>
      {refusedPhotos(entry).map((photo) => (
        <RefusedPhoto
          key={photo.key}
          photo={photo}
          onDismiss={() => void outbox.dropPhoto(entry.key, photo.key)}
        />
      ))}
    </>
  )
}
