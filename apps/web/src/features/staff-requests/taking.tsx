import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { HandOverField } from './hand-over-field.tsx'
import { useWork } from './requests.queries.ts'

/** To oneself with one press, to a colleague by name. */
export function Taking({ request: { id, kind, officeMay, isMine } }: { request: StaffRequest }) {
  const { requestCard: words } = useStaffWords()
  const { mutate, error, isPending } = useWork(id)
  const [isHanding, setIsHanding] = useState(false)
  if (!officeMay.includes('taken')) return null
  const take = () => isPending || mutate({ type: 'taken', assigneeId: null })
  return (
    <>
      {error && <StaffFailure error={error} said={words.refusals} />}
      <p className="actions">
        {!isMine && (
          <button type="button" aria-disabled={isPending} onClick={take}>
            {words.take}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => setIsHanding(true)}>
          {words.handOver}
        </button>
      </p>
      {isHanding && <HandOverDialog id={id} kind={kind} onClose={() => setIsHanding(false)} />}
    </>
  )
}

type DialogProps = Pick<StaffRequest, 'id' | 'kind'> & { onClose: () => void }

function HandOverDialog({ id, kind, onClose }: DialogProps) {
  const { frame, requestQueue, requestCard } = useStaffWords()
  const { handOver: words } = requestQueue
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending } = useWork(id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const assigneeId = textOf(new FormData(event.currentTarget), 'assigneeId')
    if (isPending || !showFaults(assigneeId === '' ? { assigneeId: words.fault } : {})) return
    mutate({ type: 'taken', assigneeId }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      {error && <StaffFailure error={error} said={requestCard.refusals} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <HandOverField kinds={[kind]} fault={faults['assigneeId']} />
        <p className="actions">
          <button aria-disabled={isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
