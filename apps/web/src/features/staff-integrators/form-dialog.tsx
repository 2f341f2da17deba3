import type { ReactNode, SyntheticEvent } from 'react'
import type { FailureCode } from '../../lib/call.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'

type Props<Wish> = {
  title: string
  send: string
  read: (data: FormData) => Wish
  faultsOf: (wish: Wish) => Faults
  sending: { mutate: (wish: Wish) => void; error: Error | null; isPending: boolean }
  refused: Partial<Record<FailureCode, string>>
  onClose: () => void
  children: (faults: Faults) => ReactNode
}

/** A form in a window: judged before it is sent, and kept as it is typed when the server refuses. */
export function FormDialog<Wish>(props: Props<Wish>) {
  const { title, send, read, faultsOf, sending, refused, onClose, children } = props
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.isPending) return
    const wish = read(new FormData(event.currentTarget))
    if (showFaults(faultsOf(wish))) sending.mutate(wish)
  }

  return (
    <Dialog title={title} onClose={onClose}>
      {sending.error && <StaffFailure error={sending.error} said={refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        {children(faults)}
        <DialogActions label={send} isPending={sending.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
