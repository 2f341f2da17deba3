import type { AppointmentStep, Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { stepsFrom } from '@rodnik/domain/appointments/appointment-steps'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useCancel, useStep } from './queue.queries.ts'

type Props = { queue: Queue; queued: QueuedAppointment; canStep: boolean }

/** What can be done with somebody now, the usual first. */
export function RowActions({ queue, queued, canStep }: Props) {
  const { queue: words } = useStaffWords()
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const step = useStep(queued.id)
  const close = () => setOpen(null)
  const named = (what: string) => `${what}: ${queued.number}`
  const hasBegun = Date.parse(queued.startsAt) <= Date.parse(queue.now)
  const steps: AppointmentStep[] = canStep
    ? stepsFrom(queued.state).filter((name) => name !== 'miss' || hasBegun)
    : []
  return (
    <>
      <span className="row-actions">
        {steps.map((name) => (
          <button
            key={name}
            type="button"
            className="tool"
            aria-label={named(words.steps[name])}
            aria-disabled={step.isPending}
            onClick={() => !step.isPending && step.mutate(name)}
          >
            {words.steps[name]}
          </button>
        ))}
        {queued.state === 'booked' &&
          (['move', 'cancel'] as const).map((name) => (
            <button
              key={name}
              type="button"
              className="tool"
              aria-label={named(words[name])}
              onClick={() => setOpen(name)}
            >
              {words[name]}
            </button>
          ))}
      </span>
      {step.error && <StaffFailure error={step.error} said={words.refused} />}
      {open === 'move' && <MoveDialog queue={queue} queued={queued} onClose={close} />}
      {open === 'cancel' && <CancelDialog queued={queued} onClose={close} />}
    </>
  )
}

function CancelDialog({ queued, onClose }: { queued: QueuedAppointment; onClose: () => void }) {
  const { queue: words } = useStaffWords()
  const { mutate, error, isPending } = useCancel(queued.id)
  return (
    <ReasonDialog
      title={words.cancel}
      text={words.cancelText(`${queued.number}, ${queued.accountNumber}`)}
      error={error}
      said={words.refused}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
