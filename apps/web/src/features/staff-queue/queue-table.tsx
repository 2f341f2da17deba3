import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { RowActions } from './row-actions.tsx'

type Props = {
  queue: Queue
  rows: QueuedAppointment[]
  label: string
  /** Of several days: the day is told, and nobody is served from here. */
  isAhead?: boolean
}

const TAGS = {
  booked: undefined,
  arrived: 'tag ok',
  serving: 'tag ok',
  done: 'unknown',
  missed: 'tag stop',
  cancelled: 'unknown',
}

export function QueueTable({ queue, rows, label, isAhead = false }: Props) {
  const { columns, outside } = useStaffWords().queue
  const when = isAhead ? outside.when : columns.time
  return (
    <TableFrame label={label} columns={[when, columns.who, columns.topic, columns.state, columns.actions]}>
      {rows.map((queued) => (
        <Row key={queued.id} queue={queue} queued={queued} isAhead={isAhead} />
      ))}
    </TableFrame>
  )
}

type RowProps = { queue: Queue; queued: QueuedAppointment; isAhead: boolean }

function Row({ queue, queued, isAhead }: RowProps) {
  const { queue: words } = useStaffWords()
  const { language } = useSpeech()
  const { time, whole } = useOfficeTime(queue.office.timeZone)
  const { startsAt, accountId, accountNumber, number, via, hasEmail, topicName, specialistName } = queued
  return (
    <tr>
      <th scope="row">{isAhead ? whole(startsAt) : time(startsAt)}</th>
      <td>
        <Link to={`/staff/accounts/${accountId}`}>{accountNumberOnPaper(accountNumber)}</Link>
        <div className="unknown">
          {number} · {words.via[via]}
          {!hasEmail && ` · ${words.noEmail}`}
        </div>
      </td>
      <td className="wrapping">
        {topicName[language]}
        {isAhead && <div className="unknown">{specialistName[language]}</div>}
      </td>
      <td>
        <State queued={queued} time={time} />
      </td>
      <td>
        <RowActions queue={queue} queued={queued} canStep={!isAhead && queue.day === queue.today} />
      </td>
    </tr>
  )
}

function State({ queued, time }: { queued: QueuedAppointment; time: (instant: string) => string }) {
  const { queue: words } = useStaffWords()
  const { state, calledAt, isOutside } = queued
  const isWaiting = state === 'booked' || state === 'arrived'
  return (
    <>
      <span className={TAGS[state]}>{words.states[state]}</span>
      {isWaiting && calledAt !== null && <div className="unknown">{words.called(time(calledAt))}</div>}
      {isOutside && (
        <div>
          <span className="tag warn">{words.outside.title}</span>
        </div>
      )}
    </>
  )
}
