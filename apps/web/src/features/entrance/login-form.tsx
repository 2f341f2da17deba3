import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { pageAfter } from '../../lib/next-step.ts'
import { usePicture } from '../../lib/picture.queries.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { useSignIn } from './entrance.queries.ts'
import { isSaidAtField } from './entrance-notice.tsx'
import { credentialsOf, loginFaults } from './login-body.ts'
import { refusalFaults } from './refusal-faults.ts'

type Props = {
  /** What people sign in with here: their own e-mail, or the login that the office issued. */
  by: 'email' | 'issuedLogin'
  heading: string
  /** Comes from our own history, never from the address. */
  returnTo?: string | undefined
  /** Beside «Показать пароль»: what to do without one. */
  forgotten?: ReactNode
  children?: ReactNode
}

/** Login, password, «Вход», and the picture after failures. */
export function LoginForm({ by, heading, returnTo, forgotten, children }: Props) {
  const { words } = useSpeech()
  const entrance = useEntranceWords()
  const { login } = entrance
  const navigate = useNavigate()
  const signIn = useSignIn()
  const picture = usePicture('sign_in')
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: signIn,
    picture,
    bodyOf: credentialsOf,
    faultsOf: (credentials) => loginFaults(credentials, by, words, entrance),
    refusedAt: (error) => refusalFaults(error, picture, words, entrance),
    onDone: (session) => void navigate(pageAfter(session, returnTo), { replace: true }),
  })

  return (
    <form className="card" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="login">
      <h2 id="login">{heading}</h2>
      {signIn.error && !isSaidAtField(signIn.error) && (
        <FailureNotice
          error={signIn.error}
          signInFailed={by === 'email' ? login.failed : login.issuedFailed}
        />
      )}
      <LoginField by={by} fault={faults['login']} />
      <PasswordField
        label={login.password}
        name="password"
        autoComplete="current-password"
        fault={faults['password']}
        aside={forgotten}
      />
      {picture.isNeeded && <PictureField picture={picture} fault={faults['picture']} />}
      <button className="wide" aria-disabled={signIn.isPending}>
        {signIn.isPending ? login.entering : login.enter}
      </button>
      {children}
    </form>
  )
}

function LoginField({ by, fault }: { by: Props['by']; fault: string | undefined }) {
  const { login, business } = useEntranceWords()
  const isEmail = by === 'email'
  return (
    <Field
      label={isEmail ? login.email : business.login}
      name="login"
      autoComplete="username"
      inputMode={isEmail ? 'email' : 'text'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={254}
      fault={fault}
      hint={isEmail ? undefined : business.loginHint}
    />
  )
}
