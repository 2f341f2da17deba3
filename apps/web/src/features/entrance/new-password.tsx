import { type PasswordContext, passwordStrength } from '@rodnik/domain/people/password-rules'
import { useId, useState } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { useIsCommon } from './common-passwords.ts'

type Props = { label: string; fault: string | undefined; context?: () => Omit<PasswordContext, 'isCommon'> }

/** A password to be chosen: its strength in words while it is typed, and what to mend. */
export function NewPassword({ label, fault, context }: Props) {
  const words = useEntranceWords().password
  const id = useId()
  const [typed, setTyped] = useState('')
  const isCommon = useIsCommon(typed !== '')
  const strength = typed === '' ? null : passwordStrength(typed, { ...context?.(), isCommon })
  return (
    <div className="new-password">
      <PasswordField
        label={label}
        name="new-password"
        autoComplete="new-password"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        fault={fault}
        hint={words.hint}
      />
      {/* Room for two lines from the start, so that typing moves nothing below. */}
      <p className={`strength ${strength?.level ?? ''}`} id={id} aria-live="polite">
        {strength && (
          <>
            <b>{words.level[strength.level]}</b>
            {strength.reason && `: ${words.reasons[strength.reason]}`}
          </>
        )}
      </p>
    </div>
  )
}
