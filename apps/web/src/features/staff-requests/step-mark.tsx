import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { StaffRequest, StepDone } from '@rodnik/contract/staff-requests'
import { useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useStep } from './requests.queries.ts'

type Props = { request: StaffRequest; step: StepDone['step'] }

/** Marks a step that was done elsewhere; the server looks whether it was. */
export function StepMark({ request, step }: Props) {
  const { requestCard } = useStaffWords()
  const words = requestCard[step]
  const { mutate, error, isPending } = useStep(request.id)
  const isUnproven = error instanceof ApiError && error.code === 'request_step_unproven'
  if (!isWaitedFor(request, step)) return null
  return (
    <>
      {error && (
        <StaffFailure
          error={error}
          said={{ ...requestCard.refusals, request_step_unproven: words.unproven }}
        />
      )}
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => isPending || mutate({ step })}>
          {words.mark}
        </button>
        {step === 'facts' && isUnproven && <Otherwise requestId={request.id} />}
      </p>
    </>
  )
}

/** Asked for by the kind, not done yet, and somebody works on it. */
export const isWaitedFor = ({ steps, state }: StaffRequest, step: RequestStep): boolean =>
  (state === 'in_work' || state === 'question') && steps.some((one) => one.step === step && !one.hasHappened)

function Otherwise({ requestId }: { requestId: string }) {
  const { facts, refusals } = useStaffWords().requestCard
  const [isOpen, setIsOpen] = useState(false)
  const { mutate, error, isPending } = useStep(requestId)
  const onClose = () => setIsOpen(false)
  return (
    <>
      <button type="button" className="quiet" onClick={() => setIsOpen(true)}>
        {facts.otherwise}
      </button>
      {isOpen && (
        <ReasonDialog
          title={facts.otherwise}
          text={facts.unproven}
          asked={facts.reason}
          error={error}
          isPending={isPending}
          said={refusals}
          onReason={(reason) => mutate({ step: 'facts', reason }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )}
    </>
  )
}
