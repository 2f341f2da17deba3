import type { StaffOutage } from '@rodnik/contract/staff-outages'
import { streetLine } from '@rodnik/domain/notices/street-lines'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

/** Longer lists are cut: the card has all of it. */
const STREETS_SHOWN = 3

const TAGS = { under_way: 'stop', planned: 'warn', over: 'quiet-tag', cancelled: 'quiet-tag' } as const

export function OutagesTable({ outages }: { outages: readonly StaffOutage[] }) {
  const { outageDesk: words } = useStaffWords()
  const { state, what, when, where } = words.columns
  return (
    <TableFrame label={words.title} columns={[state, what, when, where]}>
      {outages.map((outage) => (
        <Row key={outage.id} outage={outage} />
      ))}
    </TableFrame>
  )
}

function Row({ outage }: { outage: StaffOutage }) {
  const { outageDesk: words } = useStaffWords()
  const { language } = useSpeech()
  const { moment } = useCityTime()
  const { id, state, isLate, kind, services, title, startsAt, expectedEndAt, endedAt, streets } = outage
  const end = endedAt ?? expectedEndAt
  return (
    <tr>
      <td>
        <span className={`tag ${TAGS[state]}`}>{words.states[state]}</span>
        {isLate && <span className="tag warn">{words.late}</span>}
      </td>
      <td>
        <Link to={`/staff/outages/${id}`}>{title[language]}</Link>
        <p className="hint">
          {words.kinds[kind]}: {services.map((service) => words.services[service]).join(', ')}
        </p>
      </td>
      <td>
        {moment(startsAt)} — {end === null ? words.unknownEnd : moment(end)}
      </td>
      <td>
        {streets
          .slice(0, STREETS_SHOWN)
          .map((part) => streetLine(part, language))
          .join('; ')}{' '}
        {streets.length > STREETS_SHOWN && words.more(streets.length - STREETS_SHOWN)}
      </td>
    </tr>
  )
}
