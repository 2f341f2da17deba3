import type { SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../../lib/call.ts'
import { entryFaults, entryOf } from '../../lib/entry.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture, wrongProof } from '../../lib/picture.queries.ts'
import { useSite } from '../../lib/site.queries.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
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
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (signIn.isPending) return
    const data = new FormData(event.currentTarget)
    const entry = entryOf(data, picture.proofOf(data))
    if (!showFaults(entryFaults(entry, site?.accountPrefix, words))) return
    signIn.mutate(entry, {
      onSuccess: () => void navigate(returnTo, { replace: true }),
      onError: (error) => {
        picture.afterFailure(error)
        if (isAboutPicture(error) && picture.isNeeded) showFaults({ picture: wrongProof(picture, words) })
      },
    })
  }

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
