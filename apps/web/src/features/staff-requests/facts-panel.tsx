import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { isWaitedFor, StepMark } from './step-mark.tsx'

/** What was told is recorded on the card of the account, and marked here. */
export function FactsPanel({ request }: { request: StaffRequest }) {
  const { facts: words } = useStaffWords().requestCard
  if (!isWaitedFor(request, 'facts') || request.account === null) return null
  return (
    <div className="panel">
      <h3>{words.title}</h3>
      <p>{words.hint}</p>
      <p>
        <Link to={`/staff/accounts/${request.account.id}`}>{words.toAccount}</Link>
      </p>
      <StepMark request={request} step="facts" />
    </div>
  )
}
