import { useEntranceWords } from '../../lib/entrance-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { PictureField } from '../../ui/picture-field.tsx'
import { ConsentBox } from './consent-box.tsx'
import { EmailField } from './email-field.tsx'
import { useRegister } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { NewPassword } from './new-password.tsx'
import { PhoneField } from './phone-field.tsx'
import { refusalFaults } from './refusal-faults.ts'
import { registrationFaults, registrationOf } from './register-body.ts'
import { useSteadyPicture } from './use-steady-picture.ts'

/** E-mail, password, phone, picture, consent; `onSent` is told the address that the letter went to. */
export function RegisterForm({ onSent }: { onSent: (email: string) => void }) {
  const { words, language } = useSpeech()
  const entrance = useEntranceWords()
  const { register: say } = entrance
  const register = useRegister()
  const picture = useSteadyPicture('registration')
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: register,
    picture,
    bodyOf: (data, proof) => registrationOf(data, language, proof),
    faultsOf: (registration, data) => registrationFaults(registration, data.has('consent'), words, entrance),
    refusedAt: (error) => refusalFaults(error, picture, words, entrance),
    onDone: (_answer, { email }) => onSent(email),
  })

  const ownDetails = () => {
    const data = formRef.current ? new FormData(formRef.current) : new FormData()
    return { email: textOf(data, 'email'), phone: textOf(data, 'phone') }
  }

  return (
    <form className="card" ref={formRef} onSubmit={onSubmit} noValidate>
      <EntranceNotice error={register.error} />
      <EmailField fault={faults['email']} hint={say.emailHint} />
      <NewPassword label={entrance.login.password} fault={faults['new-password']} context={ownDetails} />
      <PhoneField fault={faults['phone']} />
      <PictureField picture={picture} fault={faults['picture']} why={say.pictureWhy} />
      <ConsentBox fault={faults['consent']} />
      <button className="wide" aria-disabled={register.isPending}>
        {register.isPending ? say.sending : say.send}
      </button>
    </form>
  )
}
