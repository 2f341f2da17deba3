import { emailKey } from '@rodnik/domain/people/email-key'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { proofFault } from '../../lib/picture.queries.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { PictureField } from '../../ui/picture-field.tsx'
import { EmailField } from './email-field.tsx'
import { type LetterPurpose, useLetter } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { refusalFaults } from './refusal-faults.ts'
import { useSteadyPicture } from './use-steady-picture.ts'

type Props = {
  purpose: LetterPurpose
  button: string
  /** Known already: only the picture is asked for. */
  email?: string
  onSent: (email: string) => void
}

/** Address and picture; a letter follows if the address is one that may have it, and nobody is told. */
export function LetterForm({ purpose, button, email: known, onSent }: Props) {
  const { words, language } = useSpeech()
  const entrance = useEntranceWords()
  const letter = useLetter(purpose)
  const picture = useSteadyPicture(purpose === 'activation' ? 'activation_letter' : 'password_reset')
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: letter,
    picture,
    bodyOf: (data, proof) => {
      const email = known ?? textOf(data, 'email')
      return { email: emailKey(email) ?? email, language, ...proof }
    },
    faultsOf: ({ email, ...proof }) => {
      const unproven = proofFault(proof, words)
      return {
        ...(emailKey(email) === null && { email: entrance.register.faults.email }),
        ...(unproven !== undefined && { picture: unproven }),
      }
    },
    refusedAt: (error) => refusalFaults(error, picture, words, entrance),
    onDone: (_answer, { email }) => onSent(email),
  })

  return (
    <form className="card" ref={formRef} onSubmit={onSubmit} noValidate>
      <EntranceNotice error={letter.error} />
      {known === undefined && <EmailField fault={faults['email']} />}
      <PictureField
        picture={picture}
        fault={faults['picture']}
        why={known === undefined ? entrance.register.pictureWhy : entrance.sent.captcha}
      />
      <button className="wide" aria-disabled={letter.isPending}>
        {letter.isPending ? entrance.register.sending : button}
      </button>
    </form>
  )
}
