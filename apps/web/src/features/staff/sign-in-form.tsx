import type { SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture } from '../../lib/picture.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { credentialFaults, credentialsOf } from './credentials.ts'
import { useStaffSignIn } from './sign-in.queries.ts'

/** E-mail and password; where to go next is decided by the frame, which knows what the session lacks. */
export function StaffSignInForm({ returnTo }: { returnTo: string }) {
  const { login: words } = useStaffWords().entry
  const { words: general } = useSpeech()
  const navigate = useNavigate()
  const signIn = useStaffSignIn()
  const picture = usePicture('sign_in')
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (signIn.isPending) return
    const data = new FormData(event.currentTarget)
    const body = credentialsOf(data, picture.proofOf(data))
    if (!showFaults(credentialFaults(body, words.faults, general))) return
    signIn.mutate(body, {
      onSuccess: () => void navigate(returnTo, { replace: true }),
      onError: picture.afterFailure,
    })
  }

  return (
    <form className="card entry" ref={formRef} onSubmit={onSubmit} noValidate>
      {signIn.error && <StaffFailure error={signIn.error} said={words.refused} />}
      <Field
        label={words.email}
        name="login"
        type="email"
        autoComplete="username"
        maxLength={254}
        fault={faults['login']}
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={256}
        fault={faults['password']}
      />
      {picture.isNeeded && <PictureField picture={picture} fault={faults['picture']} />}
      <button className="wide" aria-disabled={signIn.isPending}>
        {signIn.isPending ? words.entering : words.enter}
      </button>
      <p className="hint">{words.forgotten}</p>
    </form>
  )
}
