import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { ApiError } from '../../lib/call.ts'
import type { UploadScope } from '../../lib/send-upload.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { useAttachments } from './use-attachments.ts'

/** Files of a form: what of them holds it back, and what the server has found wrong with them. */
export function useEnclosed(scope: UploadScope) {
  const words = useAttachmentsWords()
  const attachments = useAttachments(scope)
  const { ids } = attachments
  return {
    attachments,
    /** As a message takes them. */
    body: ids.length > 0 ? { attachmentIds: ids } : {},
    faults: (): Faults => (attachments.isUnsettled ? { attachments: words.unsettled } : {}),
    refused: (error: Error): Faults => (areGone(error) ? { attachments: words.gone } : {}),
  }
}

export type Enclosed = ReturnType<typeof useEnclosed>

/** A day old, or of an entry that has ended: nobody can send them along any more. */
export const areGone = (error: Error | null): boolean =>
  error instanceof ApiError && error.problem?.fields?.['attachmentIds'] !== undefined
