import type { StaffOutage } from '@rodnik/contract/staff-outages'
import { type SyntheticEvent, useState } from 'react'
import { instantOf, typedMoment } from '../../lib/city-moment.ts'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useOutageEnd } from './notices.queries.ts'

type Props = {
  outage: StaffOutage
  timeZone: string
  onDone: (outage: StaffOutage) => void
  onClose: () => void
}

/** When the water came back; now, unless somebody says otherwise. */
export function EndDialog({ outage, timeZone, onDone, onClose }: Props) {
  const { outageDesk: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const end = useOutageEnd(outage.id)
  const [suggested] = useState(() => outage.endedAt ?? new Date().toISOString())

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (end.isPending) return
    const endedAt = instantOf(textOf(new FormData(event.currentTarget), 'endedAt'), timeZone)
    const isRight = endedAt !== null && endedAt >= outage.startsAt
    if (showFaults(isRight ? {} : { endedAt: words.faults.endedAt }) && endedAt !== null) {
      end.mutate(
        { version: outage.version, endedAt },
        {
          onSuccess: (done) => {
            onDone(done)
            onClose()
          },
        },
      )
    }
  }

  return (
    <Dialog title={words.end.title} onClose={onClose}>
      <p>{words.end.text}</p>
      {end.error && (
        <StaffFailure error={end.error} said={{ ...words.refused, invalid_request: words.faults.endedAt }} />
      )}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.end.endedAt}
          hint={words.form.cityTime}
          name="endedAt"
          type="datetime-local"
          defaultValue={typedMoment(suggested, timeZone)}
          fault={faults['endedAt']}
        />
        <DialogActions label={words.end.save} isPending={end.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
