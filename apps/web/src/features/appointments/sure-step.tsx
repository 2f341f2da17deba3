import { Email } from '@rodnik/contract/registration'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { Page } from '../../ui/page.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { type BookerScope, mineQuery } from './appointments.queries.ts'
import { MoveForm } from './move-form.tsx'
import { NearestTimes } from './nearest-times.tsx'
import { PlaceFacts } from './place-facts.tsx'
import { stepAddress } from './step-address.ts'
import { AtPlace, BackLink, type PlaceProps, type StepProps } from './step-frame.tsx'
import { useBooking } from './use-booking.ts'

/** All of it once more, and the button. */
export function SureStep(props: StepProps) {
  const { startsAt = '' } = props.chosen
  if (Number.isNaN(Date.parse(startsAt))) return <NotFound />
  return (
    <ForBookers scope={props.scope}>
      <AtPlace {...props}>{(place) => <Sure key={startsAt} place={place} startsAt={startsAt} />}</AtPlace>
    </ForBookers>
  )
}

/** Free times are for everybody to see; whoever takes one has come in by now, and comes back here from the door. */
function ForBookers({ scope, children }: { scope: BookerScope; children: ReactNode }) {
  return <Loaded query={useQuery(mineQuery(scope))}>{() => children}</Loaded>
}

type Props = { place: PlaceProps; startsAt: string }

function Sure({ place, startsAt }: Props) {
  const { steps } = useAppointmentsWords()
  const { scope, chosen } = place
  return (
    <Page title={chosen.moving ? steps.sure.moveTitle : steps.sure.title}>
      <BackLink to={stepAddress(scope, { ...chosen, startsAt: undefined })} label={steps.back} />
      {chosen.moving ? (
        <MoveForm place={place} startsAt={startsAt} moving={chosen.moving} />
      ) : (
        <BookForm place={place} startsAt={startsAt} />
      )}
    </Page>
  )
}

function BookForm({ place, startsAt }: Props) {
  const { steps, refused } = useAppointmentsWords()
  const { language } = useSpeech()
  const { sure: say } = steps
  const { scope, chosen, office, topic } = place
  const { formRef, faults, showFaults } = useFormFaults()
  const booking = useBooking(scope)

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (booking.isPending) return
    const typed = new FormData(event.currentTarget).get('email')
    const email = typeof typed === 'string' ? typed.trim() : ''
    const isWrong = email !== '' && !Email.safeParse(email).success
    if (!showFaults(isWrong ? { email: say.emailFault } : {})) return
    const specialistId = chosen.who ?? null
    const wish = { officeId: office.id, topicId: topic.id, startsAt, specialistId, language }
    booking.mutate(email === '' ? wish : { ...wish, email })
  }
  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
      <PlaceFacts place={place} startsAt={startsAt} />
      {scope === 'guest' && (
        <Field
          label={say.email}
          name="email"
          type="email"
          autoComplete="email"
          hint={say.emailHint}
          fault={faults['email']}
        />
      )}
      <NearestTimes place={place} error={booking.error} />
      <SaidFailure error={booking.error} said={refused} atField="slot_taken" />
      <button className="wide" aria-disabled={booking.isPending}>
        {booking.isPending ? say.sending : say.send}
      </button>
    </form>
  )
}
