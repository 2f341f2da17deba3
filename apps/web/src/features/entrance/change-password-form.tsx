import type { Session } from '@rodnik/contract/sessions'
import type { SyntheticEvent } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { typedIn } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { useChangePassword } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { NewPassword } from './new-password.tsx'
import { reasonInWords, refusalFaults } from './refusal-faults.ts'

type Props = { session: Session; onChanged: (session: Session) => void }

/** The present password and a new one. */
export function ChangePasswordForm({ session, onChanged }: Props) {
  const { words } = useSpeech()
  const entrance = useEntranceWords()
  const { change: say } = entrance
  const change = useChangePassword()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (change.isPending) return
    const data = new FormData(event.currentTarget)
    const body = { current: typedIn(data, 'current-password'), next: typedIn(data, 'new-password') }
    const isRight = showFaults(faultsOf(body, entrance))
    if (!isRight) return
    change.mutate(body, {
      onSuccess: onChanged,
      onError: (error) => showFaults(refusalFaults(error, null, words, entrance)),
    })
  }

  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
      <EntranceNotice error={change.error} />
      {/* Tells a password manager whose passwords these are. */}
      <input
        type="text"
        name="login"
        autoComplete="username"
        defaultValue={session.login ?? ''}
        hidden
        readOnly
      />
      <PasswordField
        label={session.next === 'change_password' ? say.currentIssued : say.current}
        name="current-password"
        autoComplete="current-password"
        fault={faults['current-password']}
      />
      <NewPassword
        label={say.next}
        fault={faults['new-password']}
        context={() => ({ login: session.login ?? '', email: session.login ?? '' })}
      />
      <button className="wide" aria-disabled={change.isPending}>
        {change.isPending ? say.saving : say.save}
      </button>
    </form>
  )
}

function faultsOf({ current, next }: { current: string; next: string }, entrance: EntranceWords): Faults {
  const isSame = next !== '' && next === current
  return {
    ...(current === '' && { 'current-password': entrance.login.faults.password }),
    ...(next === '' && { 'new-password': entrance.password.empty }),
    ...(isSame && { 'new-password': reasonInWords('same', entrance) }),
  }
}
