import type { TerminalNetwork } from '@rodnik/contract/staff-terminals'
import type { ReactNode, SyntheticEvent } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { SecretWindow } from './secret-window.tsx'
import { useNewNetwork, useTerms } from './terminals.queries.ts'
import { TermsFields } from './terms-fields.tsx'
import { typedNetwork, typedTerms, wrongFields } from './typed-network.ts'

type FormProps<Typed> = {
  title: string
  send: string
  read: (data: FormData) => Typed
  sending: { mutate: (typed: Typed) => void; error: Error | null; isPending: boolean }
  onClose: () => void
  children: (faults: Faults) => ReactNode
}

function NetworkForm<Typed extends Parameters<typeof wrongFields>[0]>(props: FormProps<Typed>) {
  const { title, send, read, sending, onClose, children } = props
  const { frame, terminals: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.isPending) return
    const typed = read(new FormData(event.currentTarget))
    const wrong = Object.fromEntries(wrongFields(typed).map((field) => [field, words.faults[field]]))
    if (showFaults(wrong)) sending.mutate(typed)
  }

  return (
    <Dialog title={title} onClose={onClose}>
      {sending.error && <StaffFailure error={sending.error} said={words.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        {children(faults)}
        <p className="actions">
          <button aria-disabled={sending.isPending}>{send}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

export function NewNetworkDialog({ onClose }: { onClose: () => void }) {
  const { terminals: words } = useStaffWords()
  const adding = useNewNetwork()
  if (adding.data) return <SecretWindow key="secret" given={adding.data} onClose={onClose} />
  const protocols = (['osmp', 'biller'] as const).map((value) => ({ value, name: words.protocols[value] }))
  return (
    <NetworkForm
      key="form"
      title={words.add}
      send={words.add}
      read={typedNetwork}
      sending={adding}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <Field
            label={words.fields.code}
            hint={words.fields.codeHint}
            name="code"
            autoComplete="off"
            maxLength={31}
            fault={faults['code']}
          />
          <NamedSelect label={words.fields.protocol} name="protocol" known="osmp" options={protocols} />
          <TermsFields faults={faults} />
        </>
      )}
    </NetworkForm>
  )
}

type ChangeProps = { network: TerminalNetwork; onClose: () => void }

export function TermsDialog({ network, onClose }: ChangeProps) {
  const { terminals: words } = useStaffWords()
  const { mutate, error, isPending } = useTerms(network.id)
  return (
    <NetworkForm
      title={network.name}
      send={words.save}
      read={typedTerms}
      sending={{ mutate: (terms) => mutate(terms, { onSuccess: onClose }), error, isPending }}
      onClose={onClose}
    >
      {(faults) => <TermsFields known={network} faults={faults} />}
    </NetworkForm>
  )
}
