import type { QueuedRequest } from '@rodnik/contract/staff-requests'
import { filledText } from '@rodnik/domain/requests/answer-text'
import { useStaffWords } from '../../lib/staff-words.ts'

/** What one of them will read, with its places filled. */
export function AnswerSample({ text, request }: { text: string; request: QueuedRequest | undefined }) {
  const { bulk } = useStaffWords().requestQueue
  if (!request) return null
  const { number, dueOn, account } = request
  return (
    <figure className="sample">
      <figcaption className="unknown">{bulk.sample(number)}</figcaption>
      <blockquote>{filledText(text, { number, dueOn, address: account?.address ?? null })}</blockquote>
    </figure>
  )
}
