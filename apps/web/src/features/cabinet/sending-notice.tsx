import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SendFailure } from '../../ui/send-failure.tsx'
import type { Hindrance } from './use-sending.ts'

/** Why the readings have not gone yet: something to mend, a lost answer, or news from the server. */
export function SendingNotice({ hindrance, error }: { hindrance: Hindrance | null; error: Error | null }) {
  const { cabinet } = useSpeech().words
  if (hindrance) {
    return (
      <Notice kind="stop" isUrgent>
        <p>{cabinet[hindrance]}</p>
      </Notice>
    )
  }
  if (!error) return null
  const code = error instanceof ApiError ? error.code : 'internal_error'
  if (code === 'readings_changed_meanwhile') {
    return (
      <Notice kind="warn" title={cabinet.changed.title} isUrgent>
        <p>{cabinet.changed.text}</p>
      </Notice>
    )
  }
  if (code === 'readings_refused') {
    return (
      <Notice kind="stop" isUrgent>
        <p>{cabinet.fixFirst}</p>
      </Notice>
    )
  }
  return <SendFailure error={error} />
}
