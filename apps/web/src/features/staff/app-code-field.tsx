import { Field } from '../../ui/field.tsx'

type Props = { label: string; hint: string; fault: string | undefined }

/** Six digits of an authenticator app; phones offer them from the app itself. */
export function AppCodeField({ label, hint, fault }: Props) {
  return (
    <Field
      label={label}
      hint={hint}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      fault={fault}
    />
  )
}
