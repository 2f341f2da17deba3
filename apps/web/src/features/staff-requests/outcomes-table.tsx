import type { BulkOutcome, QueuedRequest } from '@rodnik/contract/staff-requests'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import type { BulkAction } from './bulk-wish.ts'

type Props = {
  action: BulkAction
  requests: readonly QueuedRequest[]
  outcomes: readonly BulkOutcome[]
  hasHappened?: boolean
}

/** What would happen, or has happened, to each. */
export function OutcomesTable({ action, requests, outcomes, hasHappened = false }: Props) {
  const { bulk, noAccount } = useStaffWords().requestQueue
  const { number, address, outcome: would, done } = bulk.columns
  const inWords = ({ outcome }: BulkOutcome) => {
    if (outcome === 'ok') return hasHappened ? bulk.outcomes.did[action] : bulk.outcomes.ok[action]
    return outcome === 'event_refused' ? bulk.outcomes.event_refused[action] : bulk.outcomes[outcome]
  }
  return (
    <TableFrame label={hasHappened ? done : would} columns={[number, address, hasHappened ? done : would]}>
      {outcomes.map((outcome) => {
        const request = requests.find(({ id }) => id === outcome.id)
        return (
          <tr key={outcome.id}>
            <th scope="row">{outcome.number || request?.number}</th>
            <td>{request?.account?.address ?? noAccount}</td>
            <td>
              <span className={outcome.outcome === 'ok' ? 'outcome ok' : 'outcome stop'}>
                {inWords(outcome)}
              </span>
            </td>
          </tr>
        )
      })}
    </TableFrame>
  )
}
