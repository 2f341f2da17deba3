import type { Organisation } from '@rodnik/contract/organisations'
import type { SyntheticEvent } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ContactFields } from './contact-fields.tsx'
import { NumberFields } from './number-fields.tsx'
import { useFactsChange } from './organisations.queries.ts'
import { organisationFaults, organisationOf } from './typed-organisation.ts'

type Props = { organisation: Organisation; onDone: () => void }

export function FactsForm({ organisation, onDone }: Props) {
  const { frame, organisations } = useStaffWords()
  const { form: words, card } = organisations
  const { formRef, faults, showFaults } = useFormFaults()
  const change = useFactsChange(organisation.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (change.isPending) return
    const { kind } = organisation
    const typed = organisationOf(new FormData(event.currentTarget), kind)
    const { documents: _shown, accounts: _given, kind: _kind, ...facts } = typed
    const found = organisationFaults({ ...typed, documents: organisation.documents }, words.faults)
    if (showFaults(found)) change.mutate(facts, { onSuccess: onDone })
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      {change.error && <StaffFailure error={change.error} said={{ organisation_exists: words.exists }} />}
      <Field
        label={words.name}
        name="name"
        maxLength={200}
        defaultValue={organisation.name}
        fault={faults['name']}
      />
      <NumberFields kind={organisation.kind} faults={faults} known={organisation} />
      <ContactFields faults={faults} known={organisation} />
      <div className="actions">
        <button aria-disabled={change.isPending}>{card.save}</button>
        <button type="button" className="quiet" onClick={onDone}>
          {frame.cancel}
        </button>
      </div>
    </form>
  )
}
