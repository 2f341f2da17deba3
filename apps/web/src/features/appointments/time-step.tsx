import type { FreeTime } from '@rodnik/contract/free-time'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { timesQuery } from './appointments.queries.ts'
import { stepAddress } from './step-address.ts'
import { AtPlace, BackLink, type PlaceProps, type StepProps } from './step-frame.tsx'

/** At what time. */
export function TimeStep(props: StepProps) {
  return <AtPlace {...props}>{(place) => <Times {...place} />}</AtPlace>
}

function Times(place: PlaceProps) {
  const { scope, chosen, office, topic } = place
  const { steps } = useAppointmentsWords()
  const { day: inWords } = useOfficeTime(office.timeZone)
  const { day = '' } = chosen
  const sought = { officeId: office.id, topicId: topic.id, specialistId: chosen.who }
  const query = useQuery(timesQuery(sought, day))
  const back = stepAddress(scope, { ...chosen, day: undefined })
  return (
    <Page title={steps.time.title(inWords(day))} lead={steps.time.lead}>
      <BackLink to={back} label={steps.time.otherDay} />
      <LoadedPart query={query}>
        {({ times }) =>
          times.length === 0 ? (
            <Notice kind="info" title={steps.time.none}>
              <p>
                <Link to={back}>{steps.time.otherDay}</Link>
              </p>
            </Notice>
          ) : (
            <TimeList place={place} times={times} />
          )
        }
      </LoadedPart>
    </Page>
  )
}

function TimeList({ place, times }: { place: PlaceProps; times: FreeTime[] }) {
  const { scope, chosen, office } = place
  const { time } = useOfficeTime(office.timeZone)
  return (
    <ul className="slots times">
      {times.map(({ startsAt }) => (
        <li key={startsAt}>
          <Link className="slot" to={stepAddress(scope, { ...chosen, startsAt })}>
            <b>{time(startsAt)}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}
