import { AbsenceProof } from '@rodnik/contract/absence-proof'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { NamedSelect } from '../../ui/staff/named-select.tsx'

/** Who was away when, and by what that is proven (Rules 354, п. 93). */
export function AbsenceFields({ today, faults }: { today: string; faults: Faults }) {
  const { circumstances: words } = useStaffWords()
  const { fields } = words
  const proofs = AbsenceProof.options.map((value) => ({ value, name: words.proofs[value] }))
  return (
    <>
      <p className="hint">{words.hints.absence}</p>
      <div className="pair">
        <Field label={fields.leftOn} name="leftOn" type="date" fault={faults['leftOn']} />
        <Field
          label={fields.returnedOn}
          hint={words.hints.returnedOn}
          name="returnedOn"
          type="date"
          fault={faults['returnedOn']}
        />
      </div>
      <div className="pair">
        <Field
          label={fields.absent}
          name="persons"
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          fault={faults['persons']}
        />
        <Field
          label={fields.appliedOn}
          name="appliedOn"
          type="date"
          max={today}
          defaultValue={today}
          fault={faults['appliedOn']}
        />
      </div>
      <NamedSelect label={fields.proof} name="proof" known="business_trip" options={proofs} />
      <Field
        label={fields.document}
        name="document"
        autoComplete="off"
        maxLength={200}
        fault={faults['document']}
      />
    </>
  )
}
