import { useEffect, useState } from 'react'
import { loadPhoto } from '../../lib/field-store.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OutboxPhoto } from './outbox-rules.ts'

type Props = { photo: OutboxPhoto; onDismiss: () => void }

/** A photo that the server will not have: it stays on the phone until somebody has seen which, and why. */
export function RefusedPhoto({ photo: { key, refusal }, onDismiss }: Props) {
  const { photoRefused } = useFieldWords()
  const { code = 'other', fields } = refusal ?? {}
  const reason = photoRefused.reasons[fields?.['file'] ?? code] ?? photoRefused.reasons[code]
  const picture = usePicture(key)
  return (
    <Notice kind="stop" title={photoRefused.title} isUrgent>
      {picture && <img className="field-photo" src={picture} alt={photoRefused.picture} />}
      <p>{reason ?? photoRefused.reasons['other']}</p>
      <p className="actions">
        <button type="button" className="quiet" onClick={onDismiss}>
          {photoRefused.dismiss}
        </button>
      </p>
    </Notice>
  )
}

/** The address of what lies on the phone, as long as it is shown. */
function usePicture(key: string): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | undefined
    let isGone = false
    const show = async () => {
      const content = await loadPhoto(key)
      if (!content || isGone) return
      made = URL.createObjectURL(content)
      setAddress(made)
    }
    void show()
    return () => {
      isGone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [key])
  return address
}
