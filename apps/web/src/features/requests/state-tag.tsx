import type { RequestState } from '@rodnik/contract/requests'
import { useRequestsWords } from '../../lib/requests-words.ts'

const TONES: Record<RequestState, string> = {
  filed: 'quiet-tag',
  in_work: 'quiet-tag',
  question: 'warn',
  visit: 'quiet-tag',
  done: 'ok',
  refused: 'stop',
  withdrawn: 'quiet-tag',
}

/** How a request stands, in a word and a colour. */
export function StateTag({ state }: { state: RequestState }) {
  return <span className={`tag ${TONES[state]}`}>{useRequestsWords().states[state]}</span>
}
