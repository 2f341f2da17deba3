import type { DayHours, Office } from '@rodnik/contract/offices'
import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { groupedExceptions, groupedWeek } from './grouped-week.ts'
import { OfficeState } from './office-state.tsx'

/** Where it is, when it is open, how to ring it up. */
export function OfficeCard({ office, now, bookAt }: { office: Office; now: string; bookAt: string }) {
  const { offices: say } = useAppointmentsWords()
  const { language } = useSpeech()
  const { id, name, address, phone, topics } = office
  return (
    <article className="card office" aria-labelledby={`office-${id}`}>
      <h2 id={`office-${id}`}>{name[language]}</h2>
      <p>{address[language]}</p>
      <p>
        <OfficeState office={office} now={now} />
      </p>
      <p>
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
      </p>
      <h3>{say.hours}</h3>
      <Hours office={office} />
      <Exceptions office={office} />
      {topics.length > 0 && (
        <details>
          <summary>{say.topics}</summary>
          <ul>
            {topics.map((topic) => (
              <li key={topic.id}>{topic.name[language]}</li>
            ))}
          </ul>
        </details>
      )}
      {topics.length > 0 && (
        <p className="actions">
          <Link className="button quiet" to={bookAt}>
            {say.book}
          </Link>
        </p>
      )}
    </article>
  )
}

function useHoursInWords() {
  const { offices: say } = useAppointmentsWords()
  return (hours: DayHours | null) => {
    if (hours === null) return say.dayOff
    const pauses = hours.breaks.map(({ from, to }) => say.pause(from, to))
    return [`${hours.from}–${hours.to}`, ...pauses].join(', ')
  }
}

function Hours({ office }: { office: Office }) {
  const { weekdays } = useAppointmentsWords()
  const inWords = useHoursInWords()
  return (
    <dl className="hours">
      {groupedWeek(office.week).map(({ first, last, hours }) => (
        <div key={first}>
          <dt>{first === last ? weekdays[first] : `${weekdays[first]}–${weekdays[last]}`}</dt>
          <dd>{inWords(hours)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Exceptions({ office }: { office: Office }) {
  const { offices: say } = useAppointmentsWords()
  const inWords = useHoursInWords()
  const { day: dayInWords } = useOfficeTime(office.timeZone)
  if (office.exceptions.length === 0) return null
  return (
    <>
      <h3>{say.exceptions}</h3>
      <ul>
        {groupedExceptions(office.exceptions).map(({ first, last, hours }) => (
          <li key={first}>
            {first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`}:{' '}
            {hours === null ? say.closedDay : inWords(hours)}
          </li>
        ))}
      </ul>
    </>
  )
}
