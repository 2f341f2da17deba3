import type { ReactNode, SyntheticEvent } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import type { Typed } from './typed-circumstances.ts'

type Props<Wish> = {
  title: string
  read: (form: FormData) => Typed<Wish>
  recording: {
    mutate: (wish: Wish, settled: { onSuccess: () => void; onError: (error: Error) => void }) => void
    error: Error | null
    isPending: boolean
  }
  onClose: () => void
  children: (faults: Faults) => ReactNode
}

/** A window of one fact; what the server refuses stands at its fields, and nothing typed is lost. */
export function CircumstanceDialog<Wish>({ title, read, recording, onClose, children }: Props<Wish>) {
  const { frame, circumstances: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (recording.isPending) return
    const typed = read(new FormData(event.currentTarget))
    if ('wrong' in typed) {
      showFaults(
        Object.fromEntries(typed.wrong.map((field) => [field, words.missing[field] ?? words.missing.other])),
      )
      return
    }
    showFaults({})
    recording.mutate(typed.wish, {
      onSuccess: onClose,
      onError: (error) => showFaults(refusedAt(error, words.faults)),
    })
  }

  return (
    <Dialog title={title} onClose={onClose} isWide>
      {recording.error && <StaffFailure error={recording.error} said={words.refused} />}
      {faults['account'] && <p className="fault">{faults['account']}</p>}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        {children(faults)}
        <p className="actions">
          <button aria-disabled={recording.isPending}>{words.save}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function refusedAt(error: Error, said: Record<string, string>): Faults {
  if (!(error instanceof ApiError) || error.code !== 'facts_refused') return {}
  const fields = Object.entries(error.problem?.fields ?? {})
  return Object.fromEntries(fields.map(([field, fault]) => [field, said[fault] ?? fault]))
}
