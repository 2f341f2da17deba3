import type { Organisation, OrganisationKind } from '@rodnik/contract/organisations'
import { OrganisationKind as OrganisationKinds } from '@rodnik/contract/organisations'
import { type SyntheticEvent, useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ContactFields } from './contact-fields.tsx'
import { DocumentsChecklist } from './documents-checklist.tsx'
import { type KnownOrganisation, kindByInn } from './known-organisation.ts'
import { NumberFields } from './number-fields.tsx'
import { useRegistration } from './organisations.queries.ts'
import { organisationFaults, organisationOf, refusedFaults } from './typed-organisation.ts'

type Props = { known: KnownOrganisation; onRegistered: (organisation: Organisation) => void }

/** Registration at the desk: numbers are judged while they are typed, by the code the server judges with. */
export function OrganisationForm({ known, onRegistered }: Props) {
  const { form: words } = useStaffWords().organisations
  const { kind, setKind, formRef, faults, onSubmit, error, isPending } = useRegistrationForm({
    known,
    onRegistered,
  })
  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      {error && (
        <StaffFailure
          error={error}
          said={{ organisation_exists: words.exists, invalid_request: words.unsaid }}
        />
      )}
      <div className="panes">
        <div className="card pane">
          <KindChoice kind={kind} onChoose={setKind} />
          <Field
            label={words.name}
            hint={words.nameHint}
            name="name"
            maxLength={200}
            defaultValue={known.organisationName}
            fault={faults['name']}
          />
          <NumberFields
            key={kind}
            kind={kind}
            faults={faults}
            known={{ inn: known.inn, kpp: '', ogrn: '' }}
          />
          <ContactFields faults={faults} known={{ ...known, contactEmail: '' }} />
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
          <button aria-disabled={isPending}>{isPending ? words.sending : words.send}</button>
        </div>
      </div>
    </form>
  )
}

/** What the form holds and does: judges, sends, and shows the server's reasons at their fields. */
function useRegistrationForm({ known, onRegistered }: Props) {
  const { form: words } = useStaffWords().organisations
  const [kind, setKind] = useState<OrganisationKind>(kindByInn(known.inn))
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
  const { error, isPending } = registration
  return { kind, setKind, formRef, faults, onSubmit, error, isPending }
}

type ChoiceProps = { kind: OrganisationKind; onChoose: (kind: OrganisationKind) => void }

function KindChoice({ kind, onChoose }: ChoiceProps) {
  const { form: words, kinds } = useStaffWords().organisations
  return (
    <fieldset>
      <legend>{words.kind}</legend>
      {OrganisationKinds.options.map((option) => (
        <label className="tick" key={option}>
          <input
            type="radio"
            name="kind"
            value={option}
            checked={kind === option}
            onChange={() => onChoose(option)}
          />
          {kinds[option]}
        </label>
      ))}
    </fieldset>
  )
}
