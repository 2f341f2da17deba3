import type { Appointment } from '@rodnik/contract/appointments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { type BookerScope, cancel } from './appointments.queries.ts'
import { takeCalendarFile } from './calendar-file.ts'
import { stepAddress } from './step-address.ts'

type Props = { scope: BookerScope; appointment: Appointment }

const TAGS = { booked: 'ok', arrived: 'ok', serving: 'ok', done: '', missed: 'stop', cancelled: 'stop' }

/** An appointment with all that one needs to keep it, and what can be done with it. */
export function AppointmentCard({ scope, appointment }: Props) {
  const { mine: say } = useAppointmentsWords()
  const { whole } = useOfficeTime(appointment.office.timeZone)
  const { number, state, startsAt, canChange, lateMinutes } = appointment
  return (
    <article className="card appointment" aria-labelledby={`of-${number}`}>
      <h3 id={`of-${number}`}>{whole(startsAt)}</h3>
      <p>
        <span className={`tag ${TAGS[state]}`}>{say.states[state]}</span>{' '}
        <span className="nowrap">{say.number(number)}</span>
      </p>
      {lateMinutes !== null && <Notice kind="warn" title={say.late(lateMinutes)} />}
      <Facts appointment={appointment} />
      {canChange && <Changes scope={scope} appointment={appointment} />}
    </article>
  )
}

function Facts({ appointment }: { appointment: Appointment }) {
  const { mine: say } = useAppointmentsWords()
  const { language } = useSpeech()
  const { office, topic, specialist, code, canChange, isReminded } = appointment
  const bring = topic.bring[language]
  return (
    <>
      <dl className="appointment-facts">
        <Fact name={say.where}>
          {office.name[language]}, {office.address[language]}
        </Fact>
        <Fact name={say.topic}>{topic.name[language]}</Fact>
        <Fact name={say.who}>{specialist.name[language]}</Fact>
        {canChange && bring !== '' && <Fact name={say.bring}>{bring}</Fact>}
        {canChange && code !== null && (
          <Fact name={say.code}>
            <b className="code">{code}</b>
          </Fact>
        )}
      </dl>
      {canChange && code !== null && <p className="hint">{say.codeHint}</p>}
      {isReminded && <p className="hint">{say.reminded}</p>}
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Changes({ scope, appointment }: Props) {
  const { mine: say, refused } = useAppointmentsWords()
  const { language } = useSpeech()
  const queryClient = useQueryClient()
  const { number, code, office, topic } = appointment
  const named = { number, code }
  const cancelling = useMutation({
    mutationFn: () => cancel(scope, named),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['appointments'] }),
  })
  const file = useMutation({ mutationFn: () => takeCalendarFile(scope, named, language) })
  const moveTo = stepAddress(scope, { officeId: office.id, topicId: topic.id, moving: number })
  return (
    <>
      {file.isError && <Notice kind="stop" title={say.calendarFailed} isUrgent />}
      <SaidFailure error={cancelling.error} said={refused} />
      <div className="actions">
        <button type="button" aria-disabled={file.isPending} onClick={() => file.mutate()}>
          {say.calendar}
        </button>
        <Link className="button quiet" to={moveTo}>
          {say.move}
        </Link>
        <SureButton
          ask={say.cancel}
          sure={say.cancelSure}
          no={say.cancelNo}
          isPending={cancelling.isPending}
          onSure={() => cancelling.mutate()}
        >
          <p>{say.cancelText}</p>
        </SureButton>
      </div>
    </>
  )
}
