import type { DayToTake } from '@rodnik/contract/offices'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Choice } from '../../ui/choice.tsx'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { daysQuery } from './appointments.queries.ts'
import { listAddress, stepAddress } from './step-address.ts'
import { AtPlace, BackLink, type PlaceProps, type StepProps } from './step-frame.tsx'

/** On which day; and with whom, where there is a choice. */
export function DayStep(props: StepProps) {
  return <AtPlace {...props}>{(place) => <Days {...place} />}</AtPlace>
}

function Days(place: PlaceProps) {
  const { scope, chosen, office, topic, now } = place
  const { steps } = useAppointmentsWords()
  const { isoDay } = useOfficeTime(office.timeZone)
  const sought = { officeId: office.id, topicId: topic.id, specialistId: chosen.who }
  const period = isoDay(now).slice(0, 7)
  const first = useQuery(daysQuery(sought, period))
  const back = chosen.moving
    ? { to: listAddress(scope), label: steps.toList }
    : { to: stepAddress(scope, { ...chosen, topicId: undefined }), label: steps.back }
  return (
    <Page title={steps.day.title} lead={steps.day.lead}>
      <BackLink {...back} />
      {topic.specialists.length > 1 && <Specialists {...place} />}
      <LoadedPart query={first}>
        {({ days, lastDay }) => (
          <>
            <Month place={place} period={period} days={days} />
            <LaterMonth place={place} period={shiftPeriod(period, 1)} lastDay={lastDay} />
            <LaterMonth place={place} period={shiftPeriod(period, 2)} lastDay={lastDay} />
          </>
        )}
      </LoadedPart>
    </Page>
  )
}

/** A month after the first, if one can book so far ahead. */
function LaterMonth({ place, period, lastDay }: { place: PlaceProps; period: string; lastDay: string }) {
  const { chosen, office, topic } = place
  const sought = { officeId: office.id, topicId: topic.id, specialistId: chosen.who }
  const query = useQuery({ ...daysQuery(sought, period), enabled: period <= lastDay })
  if (period > lastDay) return null
  return (
    <LoadedPart query={query}>{({ days }) => <Month place={place} period={period} days={days} />}</LoadedPart>
  )
}

function Month({ place, period, days }: { place: PlaceProps; period: string; days: DayToTake[] }) {
  const { steps } = useAppointmentsWords()
  const { format } = useSpeech()
  const seen = days.filter(({ isClosed }) => !isClosed)
  if (seen.length === 0) return null
  return (
    <section className="days-of-month" aria-labelledby={`month-${period}`}>
      <h2 id={`month-${period}`}>{format.monthOfYear(period)}</h2>
      {seen.every(({ free }) => free === 0) && <Notice kind="info" title={steps.day.none} />}
      <ul className="slots">
        {seen.map((day) => (
          <li key={day.day}>
            <Day place={place} {...day} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Day({ place, day, free }: { place: PlaceProps; day: string; free: number }) {
  const { scope, chosen, office } = place
  const { day: say } = useAppointmentsWords().steps
  const { day: inWords } = useOfficeTime(office.timeZone)
  const words = inWords(day)
  if (free === 0) {
    return (
      <p className="slot full">
        <b>{words}</b>
        <span>{say.full}</span>
      </p>
    )
  }
  return (
    <Link className="slot" to={stepAddress(scope, { ...chosen, day })}>
      <b>{words}</b>
      <span>{say.free(free)}</span>
    </Link>
  )
}

function Specialists({ scope, chosen, topic }: PlaceProps) {
  const { day: say } = useAppointmentsWords().steps
  const { language } = useSpeech()
  const navigate = useNavigate()
  const choose = (who: string | undefined) =>
    void navigate(stepAddress(scope, { ...chosen, who }), { replace: true })
  return (
    <fieldset className="card narrow who">
      <legend>{say.who}</legend>
      <Choice
        type="radio"
        name="who"
        label={say.anyone}
        checked={!chosen.who}
        onChange={() => choose(undefined)}
      />
      {topic.specialists.map(({ id, name }) => (
        <Choice
          key={id}
          type="radio"
          name="who"
          label={name[language]}
          checked={chosen.who === id}
          onChange={() => choose(id)}
        />
      ))}
    </fieldset>
  )
}
