import { ApiError } from '../../lib/call.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { ProfileWords } from '../../locales/ru/profile.ts'
import { PasswordField } from '../../ui/password-field.tsx'

type Props = { label: string; hint?: string; fault: string | undefined }

/** The person's own password, asked for before what matters is changed. */
export function OwnPassword({ label, hint, fault }: Props) {
  return (
    <PasswordField label={label} name="password" autoComplete="current-password" fault={fault} hint={hint} />
  )
}

/** What the server has refused, put to its field. */
export function profileFaults(error: unknown, { faults }: ProfileWords): Faults {
  if (!(error instanceof ApiError)) return {}
  const { phone, newEmail } = error.problem?.fields ?? {}
  return {
    ...(error.code === 'password_wrong' && { password: faults.password }),
    ...(phone !== undefined && { phone: faults.phone }),
    ...(newEmail !== undefined && { newEmail: newEmail === 'same_as_now' ? faults.same : faults.email }),
  }
}

/** Said at its field, not above the form. */
export const isAtField = (error: Error | null) =>
  error instanceof ApiError && (error.code === 'password_wrong' || error.problem?.fields !== undefined)
