import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'

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
