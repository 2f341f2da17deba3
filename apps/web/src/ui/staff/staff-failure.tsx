import { ApiError, type FailureCode } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../notice.tsx'

type Props = {
  error: unknown
  /** What a refusal means where it happened, by its code. */
  said?: Partial<Record<FailureCode, string>>
}

const KNOWN: Partial<Record<FailureCode, 'offline' | 'not_allowed' | 'not_found' | 'ours'>> = {
  offline: 'offline',
  not_allowed: 'not_allowed',
  not_found: 'not_found',
  internal_error: 'ours',
  unavailable: 'ours',
}

const DEFAULT_WAIT_SECONDS = 60

/** A refusal in one sentence, said at once. */
export function StaffFailure({ error, said }: Props) {
  const { words } = useSpeech()
  const { failed } = useStaffWords().frame
  const inWords = () => {
    if (!(error instanceof ApiError)) return failed.other
    const { code, problem } = error
    const own = said?.[code]
    if (own !== undefined) return own
    if (code === 'too_many_attempts') {
      return failed.tooOften(words.wait(problem?.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS))
    }
    return failed[KNOWN[code] ?? 'other']
  }
  return <Notice kind="stop" title={inWords()} isUrgent />
}
