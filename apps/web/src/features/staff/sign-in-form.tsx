import { useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture } from '../../lib/picture.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
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
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: signIn,
    picture,
    bodyOf: credentialsOf,
    faultsOf: (credentials) => credentialFaults(credentials, words.faults, general),
    onDone: () => void navigate(returnTo, { replace: true }),
  })

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
