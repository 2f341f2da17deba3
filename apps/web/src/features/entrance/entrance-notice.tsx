import { ApiError } from '../../lib/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** True for a refusal that is said at its field, not above the form. */
export const isSaidAtField = (error: unknown) =>
  error instanceof ApiError &&
  (error.code.startsWith('picture_code_') ||
    error.code === 'password_refused' ||
    error.code === 'password_wrong')

/** What the server has refused, above the form; nothing where a field says it. */
export function EntranceNotice({ error }: { error: Error | null }) {
  return error && !isSaidAtField(error) ? <FailureNotice error={error} /> : null
}
