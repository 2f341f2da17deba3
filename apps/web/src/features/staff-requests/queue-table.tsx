import { isOpen } from '@rodnik/domain/requests/next-state'
import { useRef } from 'react'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { DueTag } from './due-tag.tsx'
import type { QueueRow } from './queue-changes.ts'
import { StateTag } from './state-tag.tsx'
import { useDayOf } from './use-day-of.ts'
import { rememberRow, useRowKeys } from './use-row-keys.ts'

type Props = {
  rows: readonly QueueRow[]
  picked: ReadonlySet<string>
  onToggle: (id: string) => void
}

export function QueueTable({ rows, picked, onToggle }: Props) {
  const { columns, list } = useStaffWords().requestQueue
  const ref = useRef<HTMLDivElement>(null)
  useRowKeys(ref, onToggle)
  const { request, address, due, state, assignee } = columns
  return (
    <div ref={ref} className="queue-table">
      <TableFrame label={list} columns={[request, address, due, state, assignee]}>
        {rows.map((row) => (
          <Row key={row.request.id} row={row} isPicked={picked.has(row.request.id)} onToggle={onToggle} />
        ))}
      </TableFrame>
    </div>
  )
}

type RowProps = { row: QueueRow; isPicked: boolean; onToggle: (id: string) => void }

function Row({ row: { request, isGone }, isPicked, onToggle }: RowProps) {
  const { requestQueue: words, requestKinds } = useStaffWords()
  const dayOf = useDayOf()
  const { id, number, kind, account, assignee } = request
  return (
    <tr data-request={id} className={isPicked ? 'picked' : undefined}>
      <th scope="row">
        <span className="pick">
          <input
            type="checkbox"
            aria-label={words.pick(number)}
            checked={isPicked}
            onChange={() => onToggle(id)}
          />
          <span>
            <Link to={`/staff/requests/${id}`} onClick={() => rememberRow(id)}>
              {number}
            </Link>
            <span className="kind">{requestKinds[kind].name}</span>
            <span className="kind">{words.filedOn(dayOf(request.filedAt))}</span>
          </span>
        </span>
      </th>
      <td>
        {account === null ? <span className="unknown">{words.noAccount}</span> : account.address}
        {account !== null && <div className="unknown">{accountNumberOnPaper(account.number)}</div>}
      </td>
      <td className="nowrap">
        <DueTag dueOn={request.dueOn} isOpen={isOpen(request.state)} />
      </td>
      <td>
        <StateTag state={request.state} />
        {request.isAnswered && <div className="answered">{words.answered}</div>}
        {isGone && <div className="answered">{words.gone}</div>}
      </td>
      <td>
        {assignee === null ? (
          <span className="unknown">{words.nobody}</span>
        ) : request.isMine ? (
          words.me
        ) : (
          assignee.name
        )}
      </td>
    </tr>
  )
}
