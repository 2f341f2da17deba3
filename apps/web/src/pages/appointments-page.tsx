import type { Appointment } from '@rodnik/contract/appointments'
import { Link, useLocation, useParams } from 'react-router'
import { AppointmentCard } from '../features/appointments/appointment-card.tsx'
import { type BookerScope, homeOf } from '../features/appointments/appointments.queries.ts'
import { FindForm } from '../features/appointments/find-form.tsx'
import { stepAddress } from '../features/appointments/step-address.ts'
import { useAppointments } from '../features/appointments/use-appointments.ts'
import type { JustDone } from '../features/appointments/use-booking.ts'
import { useAppointmentsWords } from '../lib/appointments-words.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/appointments.css'

/** The appointments that were made in this session of a guest, or that they find by number and code. */
export const GuestAppointmentsPage = () => <Appointments scope="guest" />

/** The appointments of an account of one's own. */
export function MyAppointmentsPage() {
  const { accountId = '' } = useParams()
  return <Appointments key={accountId} scope={{ accountId }} />
}

function Appointments({ scope }: { scope: BookerScope }) {
  const { mine: say } = useAppointmentsWords()
  const { query, found, seek, together } = useAppointments(scope)
  return (
    <Loaded query={query}>
      {({ appointments }) => {
        const all = together(appointments)
        return (
          <Page title={say.title} lead={all.length === 0 && say.none}>
            <p className="actions back">
              <Link to={homeOf(scope)}>{say.back}</Link>
            </p>
            <Done all={all} />
            <List scope={scope} title={say.ahead} appointments={all.filter(isAhead)} />
            <p className="actions make">
              <Link className={all.some(isAhead) ? 'button quiet' : 'button'} to={stepAddress(scope, {})}>
                {say.make}
              </Link>
            </p>
            <List scope={scope} title={say.past} appointments={all.filter((one) => !isAhead(one))} />
            {scope === 'guest' && <FindForm onSeek={seek} isSeeking={found.isFetching} error={found.error} />}
          </Page>
        )
      }}
    </Loaded>
  )
}

const isAhead = ({ canChange, state }: Appointment) => canChange || state === 'arrived' || state === 'serving'

/** What has just been done, in words that are read out at once. */
function Done({ all }: { all: Appointment[] }) {
  const { mine: say } = useAppointmentsWords()
  const done = useLocation().state as JustDone | null
  const one = done && all.find(({ number }) => number === done.number)
  if (!done || !one?.canChange) return null
  return (
    <Notice kind="ok" title={done.how === 'booked' ? say.booked : say.moved} isUrgent>
      <p>{say.done}</p>
    </Notice>
  )
}

type ListProps = { scope: BookerScope; title: string; appointments: Appointment[] }

function List({ scope, title, appointments }: ListProps) {
  if (appointments.length === 0) return null
  return (
    <section className="appointments">
      <h2>{title}</h2>
      {appointments.map((appointment) => (
        <AppointmentCard key={appointment.number} scope={scope} appointment={appointment} />
      ))}
    </section>
  )
}
