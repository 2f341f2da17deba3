import { useEntranceWords } from '../../lib/entrance-words.ts'
import { Field } from '../../ui/field.tsx'

export function PhoneField({ fault }: { fault: string | undefined }) {
  const { register: say } = useEntranceWords()
  return (
    <Field
      label={say.phone}
      name="phone"
      type="tel"
      autoComplete="tel"
      maxLength={30}
      fault={fault}
      hint={say.phoneHint}
    />
  )
}
