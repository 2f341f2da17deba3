import type { TerminalNetwork } from '@rodnik/contract/staff-terminals'
import type { SyntheticEvent } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { SecretWindow } from './secret-window.tsx'
import { type Switch, useRotation, useSwitch } from './terminals.queries.ts'
import { typedHours } from './typed-network.ts'

type Props = { network: TerminalNetwork; onClose: () => void }

export function SwitchDialog({ network, way, onClose }: Props & { way: Switch }) {
  const { terminals: words } = useStaffWords()
  const { mutate, error, isPending } = useSwitch(network.id, way)
  return (
    <ReasonDialog
      title={words[way]}
      text={`${network.name}. ${words.texts[way]}`}
      error={error}
      isPending={isPending}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

export function RotationDialog({ network, onClose }: Props) {
  const rotation = useRotation(network.id)
  if (rotation.data) return <SecretWindow key="secret" given={rotation.data} onClose={onClose} />
  return <RotationForm key="form" network={network} rotation={rotation} onClose={onClose} />
}

type FormProps = Props & { rotation: ReturnType<typeof useRotation> }

function RotationForm({ network, rotation, onClose }: FormProps) {
  const { frame, terminals: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (rotation.isPending) return
    const hours = typedHours(new FormData(event.currentTarget))
    if (showFaults(Number.isNaN(hours) ? { keepHours: words.faults.keepHours } : {})) rotation.mutate(hours)
  }

  return (
    <Dialog title={`${words.rotate}: ${network.name}`} onClose={onClose}>
      {rotation.error && <StaffFailure error={rotation.error} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.fields.keepHours}
          hint={words.fields.keepHoursHint}
          name="keepHours"
          inputMode="numeric"
          autoComplete="off"
          defaultValue="24"
          fault={faults['keepHours']}
        />
        <p className="actions">
          <button aria-disabled={rotation.isPending}>{words.rotate}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
