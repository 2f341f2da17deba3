import type { SyntheticEvent } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { typedIn } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import type { useResetPassword } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { NewPassword } from './new-password.tsx'
import { refusalFaults } from './refusal-faults.ts'

type Props = { token: string; reset: ReturnType<typeof useResetPassword> }

/** The new password for the link of a letter. */
export function ResetForm({ token, reset }: Props) {
  const { words } = useSpeech()
  const entrance = useEntranceWords()
  const { reset: say } = entrance
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (reset.isPending) return
    const password = typedIn(new FormData(event.currentTarget), 'new-password')
    if (!showFaults(password === '' ? { 'new-password': entrance.password.empty } : {})) return
    reset.mutate(
      { token, password },
      { onError: (error) => showFaults(refusalFaults(error, null, words, entrance)) },
    )
  }

  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
      <EntranceNotice error={reset.error} />
      <NewPassword label={say.label} fault={faults['new-password']} />
      <button className="wide" aria-disabled={reset.isPending}>
        {reset.isPending ? say.saving : say.save}
      </button>
    </form>
  )
}
