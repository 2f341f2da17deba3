import type { DayVisit } from '@rodnik/contract/staff-visits'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** Visits of past days of which nothing was heard, from the next morning on: whoever sees them asks the inspector. */
export function UnrecordedPane({ visits }: { visits: readonly DayVisit[] }) {
  const { visits: words } = useStaffWords()
  const { columns, unrecorded } = words
  if (visits.length === 0) return null
  return (
    <section className="card unrecorded" aria-labelledby="unrecorded">
      <h2 id="unrecorded">{unrecorded.title(visits.length)}</h2>
      <p className="hint">{unrecorded.text}</p>
      <TableFrame label={unrecorded.list} columns={[columns.when, columns.where, columns.what, columns.who]}>
        {visits.map((visit) => (
          <Row key={visit.id} visit={visit} />
        ))}
      </TableFrame>
    </section>
  )
}

function Row({ visit: { day, from, to, account, request, inspector } }: { visit: DayVisit }) {
  const { visits: words } = useStaffWords()
  const { format } = useSpeech()
  return (
    <tr className="late">
      <td className="nowrap">
        {format.date(day)}
        <span className="below">
          {from}–{to}
        </span>
      </td>
      <td>
        <Link to={`/staff/accounts/${account.id}`}>{account.address}</Link>
      </td>
      <td>
        {words.kinds[request.kind]}
        <Link className="below" to={`/staff/requests/${request.id}`}>
          {request.number}
        </Link>
      </td>
      <td>{inspector?.name ?? words.nobody}</td>
    </tr>
  )
}
