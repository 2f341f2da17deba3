import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { type SyntheticEvent, useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { PlaceFields, type PlaceTyped } from './place-fields.tsx'
import { useMove } from './queue.queries.ts'

type Props = { queue: Queue; queued: QueuedAppointment; onClose: () => void }

/** To another time of the office; until it is saved the old one holds. */
export function MoveDialog({ queue, queued, onClose }: Props) {
  const { queue: words } = useStaffWords()
  const { whole, isoDay } = useOfficeTime(queue.office.timeZone)
  const [place, setPlace] = useState<PlaceTyped>({
    specialistId: '',
    day: isoDay(queued.startsAt),
    startsAt: '',
  })
  const { formRef, faults, showFaults } = useFormFaults()
  const moving = useMove(queued.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (moving.isPending) return
    const { startsAt, specialistId } = place
    if (!showFaults(startsAt === '' ? { startsAt: words.bookDialog.faults.startsAt } : {})) return
    const wanted = { officeId: queue.office.id, startsAt, specialistId: specialistId || null }
    moving.mutate(wanted, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.moveDialog.title} onClose={onClose}>
      <p>
        {queued.number}, {queued.accountNumber}: {whole(queued.startsAt)}
      </p>
      {moving.error && <StaffFailure error={moving.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <PlaceFields
          queue={queue}
          topicId={queued.topicId}
          typed={place}
          fault={faults['startsAt']}
          onChange={setPlace}
        />
        <DialogActions label={words.moveDialog.save} isPending={moving.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
