import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'

/** When it was done, and by which act. */
export function ActFields({ today, faults }: { today: string; faults: Faults }) {
  const { fields } = useStaffWords().meters
  return (
    <div className="pair">
      <Field
        label={fields.doneOn}
        name="doneOn"
        type="date"
        max={today}
        defaultValue={today}
        fault={faults['doneOn']}
      />
      <Field
        label={fields.actNumber}
        name="actNumber"
        autoComplete="off"
        maxLength={60}
        fault={faults['actNumber']}
      />
    </div>
  )
}
