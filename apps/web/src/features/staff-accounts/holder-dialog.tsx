import type { AccountCard } from '@rodnik/contract/staff-accounts'
import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useHolderRecord } from './accounts.queries.ts'

export function HolderDialog({ card, onClose }: { card: AccountCard; onClose: () => void }) {
  const { frame, account } = useStaffWords()
  const { holder: words } = account
  const recording = useHolderRecord(card.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (recording.isPending) return
    recording.mutate(textOf(new FormData(event.currentTarget), 'holderName'), { onSuccess: onClose })
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      {recording.error && <StaffFailure error={recording.error} />}
      <form onSubmit={onSubmit} noValidate>
        <Field
          label={words.label}
          hint={words.hint}
          name="holderName"
          autoComplete="off"
          maxLength={200}
          defaultValue={card.holderName}
        />
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
