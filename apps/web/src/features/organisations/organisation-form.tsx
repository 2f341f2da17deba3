import type { Organisation, OrganisationKind } from '@rodnik/contract/organisations'
import { OrganisationKind as OrganisationKinds } from '@rodnik/contract/organisations'
import { type SyntheticEvent, useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { DocumentsChecklist } from './documents-checklist.tsx'
import { NumberFields } from './number-fields.tsx'
import { useRegistration } from './organisations.queries.ts'
import { organisationFaults, organisationOf, refusedFaults } from './typed-organisation.ts'

type Props = { onRegistered: (organisation: Organisation) => void }

/** Registration at the desk: numbers are judged while they are typed, by the code the server judges with. */
export function OrganisationForm({ onRegistered }: Props) {
  const { form: words, kinds } = useStaffWords().organisations
  const [kind, setKind] = useState<OrganisationKind>('legal_entity')
  const { formRef, faults, showFaults } = useFormFaults()
  const registration = useRegistration()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (registration.isPending) return
    const typed = organisationOf(new FormData(event.currentTarget), kind)
    if (!showFaults(organisationFaults(typed, words.faults))) return
    registration.mutate(typed, {
      onSuccess: onRegistered,
      onError: (reason) => {
        const fields = reason instanceof ApiError ? reason.problem?.fields : undefined
        if (fields) showFaults(refusedFaults(fields, typed, words.faults))
      },
    })
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      {registration.error && (
        <StaffFailure
          error={registration.error}
          said={{ organisation_exists: words.exists, invalid_request: words.unsaid }}
        />
      )}
      <div className="panes">
        <div className="card pane">
          <fieldset>
            <legend>{words.kind}</legend>
            {OrganisationKinds.options.map((option) => (
              <label className="tick" key={option}>
                <input
                  type="radio"
                  name="kind"
                  value={option}
                  checked={kind === option}
                  onChange={() => setKind(option)}
                />
                {kinds[option]}
              </label>
            ))}
          </fieldset>
          <Field
            label={words.name}
            hint={words.nameHint}
            name="name"
            maxLength={200}
            fault={faults['name']}
          />
          <NumberFields key={kind} kind={kind} faults={faults} />
          <ContactFields faults={faults} />
        </div>
        <div className="card pane">
          <DocumentsChecklist kind={kind} faults={faults} />
          <Field
            label={words.accounts}
            hint={words.accountsHint}
            name="accounts"
            inputMode="numeric"
            maxLength={6000}
            fault={faults['accounts']}
          />
          <button aria-disabled={registration.isPending}>
            {registration.isPending ? words.sending : words.send}
          </button>
        </div>
      </div>
    </form>
  )
}

type Contact = { contactName: string; contactEmail: string; contactPhone: string }

export function ContactFields({ faults, known }: { faults: Record<string, string>; known?: Contact }) {
  const { form: words } = useStaffWords().organisations
  return (
    <>
      <Field
        label={words.contactName}
        name="contactName"
        autoComplete="off"
        maxLength={200}
        defaultValue={known?.contactName}
        fault={faults['contactName']}
      />
      <Field
        label={words.contactEmail}
        hint={words.contactEmailHint}
        name="contactEmail"
        type="email"
        autoComplete="off"
        maxLength={254}
        defaultValue={known?.contactEmail}
        fault={faults['contactEmail']}
      />
      <Field
        label={words.contactPhone}
        name="contactPhone"
        type="tel"
        autoComplete="off"
        maxLength={40}
        defaultValue={known?.contactPhone}
        fault={faults['contactPhone']}
      />
    </>
  )
}
