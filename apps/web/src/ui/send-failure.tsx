import { ApiError, isUndecided } from '../lib/call.ts'
import { useSpeech } from '../lib/language.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'

/** Readings did not go: either no answer came and the same press repeats it safely, or the server refused. */
export function SendFailure({ error }: { error: Error }) {
  const { undecided } = useSpeech().words.cabinet
  if (!isUndecided(error instanceof ApiError ? error.code : 'internal_error')) {
    return <FailureNotice error={error} />
  }
  return (
    <Notice kind="warn" title={undecided.title} isUrgent>
      <p>{undecided.text}</p>
    </Notice>
  )
}
