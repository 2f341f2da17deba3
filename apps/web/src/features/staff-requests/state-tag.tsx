import type { RequestState } from '@rodnik/contract/requests'
import { useStaffWords } from '../../lib/staff-words.ts'

const TONES: Partial<Record<RequestState, string>> = { filed: 'warn', done: 'ok', refused: 'stop' }

export function StateTag({ state }: { state: RequestState }) {
  const { states } = useStaffWords().requestQueue
  return <span className={`tag ${TONES[state] ?? 'plain-tag'}`}>{states[state]}</span>
}
