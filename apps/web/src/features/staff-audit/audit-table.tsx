import type { AuditEvent } from '@rodnik/contract/staff-audit'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function AuditTable({ events }: { events: AuditEvent[] }) {
  const { columns, list } = useStaffWords().audit
  return (
    <TableFrame
      label={list}
      columns={[columns.at, columns.who, columns.what, columns.account, columns.details]}
    >
      {events.map((event) => (
        <EventLine key={event.id} event={event} />
      ))}
    </TableFrame>
  )
}

function EventLine({ event }: { event: AuditEvent }) {
  const { audit: words } = useStaffWords()
  const { moment } = useCityTime()
  const kind = event.actor.split(':')[0] ?? ''
  const who = event.actorName ?? words.actors[kind] ?? event.actor
  return (
    <tr>
      <td>{moment(event.at)}</td>
      <td>
        <Link to={`/staff/audit?actor=${encodeURIComponent(event.actor)}`}>{who}</Link>
      </td>
      <td>{words.actions[event.action] ?? event.action}</td>
      <td>
        {event.account && (
          <Link to={`/staff/accounts/${event.account.id}`}>{accountNumberOnPaper(event.account.number)}</Link>
        )}
      </td>
      <td>
        <Details event={event} />
      </td>
    </tr>
  )
}

/** What was and what is, side by side; then whatever else was noted. */
function Details({ event: { changes, notes } }: { event: AuditEvent }) {
  const { audit: words } = useStaffWords()
  const named = (name: string) => words.fields[name] ?? name
  const inWords = (value: string) => words.values[value] ?? (value || words.empty)
  return (
    <>
      {Object.entries(changes).map(([field, { before, after }]) => (
        <div key={field}>
          {named(field)}:{' '}
          {before !== undefined && (
            <del>
              <span className="sr">{words.before} </span>
              {inWords(before)}
            </del>
          )}{' '}
          {after !== undefined && (
            <ins>
              <span className="sr">{words.after} </span>
              {inWords(after)}
            </ins>
          )}
        </div>
      ))}
      {Object.entries(notes).map(([name, value]) => (
        <div className="unknown" key={name}>
          {named(name)}: {inWords(value)}
        </div>
      ))}
    </>
  )
}
