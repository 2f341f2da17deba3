import { useNavigate } from 'react-router'
import { ApiError } from '../../lib/call.ts'
import { entryFaults, entryOf } from '../../lib/entry.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture, wrongProof } from '../../lib/picture.queries.ts'
import { useSite } from '../../lib/site.queries.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { EntryFields } from '../../ui/entry-fields.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { useSignIn } from './session.queries.ts'

const isAboutPicture = (error: unknown) => error instanceof ApiError && error.code.startsWith('picture_code_')

/** «Личный кабинет»: account number, house, flat, «Войти». `returnTo` comes from our own history, never the URL. */
export function SignInForm({ returnTo = '/cabinet' }: { returnTo?: string }) {
  const { words } = useSpeech()
  const site = useSite()
  const navigate = useNavigate()
  const signIn = useSignIn()
  const picture = usePicture('guest')
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: signIn,
    picture,
    bodyOf: entryOf,
    faultsOf: (entry) => entryFaults(entry, site?.accountPrefix, words),
    refusedAt: (error) => (isAboutPicture(error) ? { picture: wrongProof(picture, words) } : {}),
    onDone: () => void navigate(returnTo, { replace: true }),
  })

  return (
    <form className="card" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="sign-in">
      <h2 id="sign-in">{words.signIn.window}</h2>
      {signIn.error && !isAboutPicture(signIn.error) && <FailureNotice error={signIn.error} />}
      <EntryFields faults={faults} />
      {picture.isNeeded && <PictureField picture={picture} fault={faults['picture']} />}
      <button className="wide" aria-disabled={signIn.isPending}>
        {signIn.isPending ? words.signIn.entering : words.signIn.enter}
      </button>
    </form>
  )
}
