import { isOpen } from '@rodnik/domain/requests/next-state'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { DueTag } from './due-tag.tsx'
import { accountRequestsQuery } from './requests.queries.ts'
import { StateTag } from './state-tag.tsx'
import { useDayOf } from './use-day-of.ts'

/** What was asked about an account, the newest first. */
export function AccountRequestsPane({ accountId }: { accountId: string }) {
  const { requestCard, requestKinds } = useStaffWords()
  const { ofAccount: words } = requestCard
  const dayOf = useDayOf()
  const { request, filed, due, state } = words.columns
  const mayFile = useHasRole(['operator', 'clerk', 'administrator'])
  return (
    <Pane title={words.title} isWhole>
      <LoadedPart query={useQuery(accountRequestsQuery(accountId))}>
        {({ requests }) =>
          requests.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <TableFrame label={words.title} columns={[request, filed, due, state]}>
              {requests.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={`/staff/requests/${one.id}`}>{one.number}</Link>
                    <div className="unknown">{requestKinds[one.kind].name}</div>
                  </th>
                  <td>{dayOf(one.filedAt)}</td>
                  <td>
                    <DueTag dueOn={one.dueOn} isOpen={isOpen(one.state)} />
                  </td>
                  <td>
                    <StateTag state={one.state} />
                  </td>
                </tr>
              ))}
            </TableFrame>
          )
        }
      </LoadedPart>
      {mayFile && (
        <p className="actions">
          <Link className="button quiet" to={`/staff/accounts/${accountId}/new-request`}>
            {words.file}
          </Link>
        </p>
      )}
    </Pane>
  )
}
