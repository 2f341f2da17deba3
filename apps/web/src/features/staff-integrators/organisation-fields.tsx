import type { OrganisationNumber } from '@rodnik/contract/staff-integrators'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'

type Props = {
  words: { inn: string; innHint?: string; kpp: string }
  known: OrganisationNumber | null
  faults: Faults
}

/** By which the office knows an organisation. */
export function OrganisationFields({ words, known, faults }: Props) {
  return (
    <>
      <Field
        label={words.inn}
        hint={words.innHint}
        name="inn"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        defaultValue={known?.inn}
        fault={faults['inn']}
      />
      <Field
        label={words.kpp}
        name="kpp"
        autoComplete="off"
        maxLength={9}
        defaultValue={known?.kpp}
        fault={faults['kpp']}
      />
    </>
  )
}
