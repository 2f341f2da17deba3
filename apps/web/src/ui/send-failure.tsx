import { ApiError, isUndecided } from '../lib/call.ts'
import { useSpeech } from '../lib/language.tsx'
import { CallLink } from './call-link.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'

/**
 * Readings did not go: either no answer came, or none that says what became of them, and the same press repeats it
 * safely; or the server refused.
 */
export function SendFailure({ error }: { error: Error }) {
  const { undecided, ours } = useSpeech().words.cabinet
  const code = error instanceof ApiError ? error.code : 'internal_error'
  if (!isUndecided(code)) return <FailureNotice error={error} />
  const { title, text } = code === 'offline' ? undecided : ours
  return (
    <Notice kind="warn" title={title} isUrgent>
      <p>{text}</p>
      {code !== 'offline' && (
        <p>
          <CallLink className="strong" />
        </p>
      )}
    </Notice>
  )
}
