import { type SyntheticEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { textOf } from '../../lib/form-text.ts'
import { pageAfter } from '../../lib/next-step.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { AppCodeField } from './app-code-field.tsx'
import { useSecondFactor } from './second-factor.queries.ts'

/** The code of the app; for who has no phone at hand, a recovery code. */
export function CodeForm() {
  const { code: words } = useStaffWords().entry
  const navigate = useNavigate()
  const giving = useSecondFactor()
  const [isRecovery, setIsRecovery] = useState(false)
  const { formRef, faults, showFaults } = useFormFaults()
  const name = isRecovery ? 'recoveryCode' : 'code'

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (giving.isPending) return
    const typed = textOf(new FormData(event.currentTarget), name)
    const code = isRecovery ? typed : typed.replaceAll(/\s/g, '')
    const isRight = isRecovery ? code !== '' : /^\d{6}$/.test(code)
    if (!showFaults(isRight ? {} : { [name]: words.faults[name] })) return
    giving.mutate(
      { [name]: code },
      {
        onSuccess: (session) => void navigate(pageAfter(session), { replace: true }),
      },
    )
  }

  return (
    <form className="card entry" ref={formRef} onSubmit={onSubmit} noValidate>
      {giving.error && <StaffFailure error={giving.error} said={{ code_wrong: words.wrong }} />}
      {isRecovery ? (
        <Field
          key="recovery"
          label={words.recoveryLabel}
          hint={words.recoveryHint}
          name="recoveryCode"
          autoComplete="off"
          maxLength={40}
          fault={faults['recoveryCode']}
        />
      ) : (
        <AppCodeField key="app" label={words.label} hint={words.hint} fault={faults['code']} />
      )}
      <button className="wide" aria-disabled={giving.isPending}>
        {giving.isPending ? words.checking : words.enter}
      </button>
      <p>
        <button type="button" className="tool" onClick={() => setIsRecovery(!isRecovery)}>
          {isRecovery ? words.toApp : words.toRecovery}
        </button>
      </p>
      <p className="hint">{words.lost}</p>
    </form>
  )
}
