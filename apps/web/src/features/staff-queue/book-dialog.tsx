import { Email } from '@rodnik/contract/registration'
import type { Queue } from '@rodnik/contract/staff-appointments'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { ChoiceSelect } from '../../ui/staff/choice-select.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { PlaceFields, type PlaceTyped } from './place-fields.tsx'
import { type CallerBooking, useBookForCaller } from './queue.queries.ts'

type Props = { queue: Queue; onClose: () => void }
type Chosen = { queue: Queue; topicId: string; place: PlaceTyped }

function typedWish(data: FormData, { queue, topicId, place }: Chosen): CallerBooking {
  const email = textOf(data, 'email')
  return {
    officeId: queue.office.id,
    topicId,
    startsAt: place.startsAt,
    specialistId: place.specialistId || null,
    accountNumber: textOf(data, 'accountNumber').replaceAll(/\D/g, ''),
    language: 'ru',
    ...(email !== '' && { email }),
  }
}

function wrongIn({ accountNumber, email, startsAt }: CallerBooking) {
  const wrong = {
    accountNumber: accountNumber.length !== 10,
    email: email !== undefined && !Email.safeParse(email).success,
    startsAt: startsAt === '',
  }
  return (Object.keys(wrong) as (keyof typeof wrong)[]).filter((field) => wrong[field])
}

/** For somebody who calls or stands at the counter. */
export function BookDialog({ queue, onClose }: Props) {
  const { queue: words } = useStaffWords()
  const { bookDialog: say } = words
  const { language } = useSpeech()
  const [topicId, setTopicId] = useState(queue.topics[0]?.id ?? '')
  const [place, setPlace] = useState<PlaceTyped>({ specialistId: '', day: queue.day, startsAt: '' })
  const { formRef, faults, showFaults } = useFormFaults()
  const booking = useBookForCaller()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (booking.isPending) return
    const wish = typedWish(new FormData(event.currentTarget), { queue, topicId, place })
    const said = wrongIn(wish).map((field) => [field, say.faults[field]])
    if (showFaults(Object.fromEntries(said))) booking.mutate(wish, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.book} onClose={onClose}>
      {booking.error && <StaffFailure error={booking.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={say.account}
          name="accountNumber"
          inputMode="numeric"
          autoComplete="off"
          fault={faults['accountNumber']}
        />
        <ChoiceSelect
          label={say.topic}
          value={topicId}
          options={queue.topics.map(({ id, name }) => ({ value: id, name: name[language] }))}
          onChoose={(id) => {
            setTopicId(id)
            setPlace({ ...place, specialistId: '', startsAt: '' })
          }}
        />
        <PlaceFields
          queue={queue}
          topicId={topicId}
          typed={place}
          fault={faults['startsAt']}
          onChange={setPlace}
        />
        <Field label={say.email} name="email" type="email" autoComplete="off" fault={faults['email']} />
        <DialogActions label={say.save} isPending={booking.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
