import { INTEGRATOR_SCOPES } from '@rodnik/contract/integrators'
import { type IntegratorCard, IntegratorKind } from '@rodnik/contract/staff-integrators'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'
import { OrganisationFields } from './organisation-fields.tsx'

type Props = { known?: IntegratorCard | undefined; faults: Faults }

/** What the agreement with a partner says; all of it can be changed later. */
export function TermsFields({ known, faults }: Props) {
  const { form: words, kinds } = useStaffWords().integrators
  return (
    <>
      <Field
        label={words.name}
        hint={words.nameHint}
        name="name"
        autoComplete="off"
        maxLength={200}
        defaultValue={known?.name}
        fault={faults['name']}
      />
      <NamedSelect
        label={words.kind}
        name="kind"
        known={known?.kind ?? 'management_company'}
        options={IntegratorKind.options.map((value) => ({ value, name: kinds[value] }))}
      />
      <OrganisationFields words={words} known={known?.organisation ?? null} faults={faults} />
      <Field
        label={words.contact}
        hint={words.contactHint}
        name="contact"
        autoComplete="off"
        maxLength={300}
        defaultValue={known?.contact}
        fault={faults['contact']}
      />
      <ScopeFields known={known} faults={faults} />
      <Field
        label={words.requestsPerMinute}
        name="requestsPerMinute"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        defaultValue={known?.requestsPerMinute ?? 600}
        fault={faults['requestsPerMinute']}
      />
    </>
  )
}

function ScopeFields({ known, faults }: Props) {
  const { form: words, scopes } = useStaffWords().integrators
  const fault = faults['scopes']
  return (
    <fieldset>
      <legend>{words.scopes}</legend>
      {fault && <p className="fault">{fault}</p>}
      {INTEGRATOR_SCOPES.map((scope) => (
        <label className="tick" key={scope}>
          <input
            type="checkbox"
            name="scopes"
            value={scope}
            defaultChecked={known?.scopes.includes(scope) ?? false}
            aria-invalid={fault ? true : undefined}
          />
          {scopes[scope]}
        </label>
      ))}
    </fieldset>
  )
}
