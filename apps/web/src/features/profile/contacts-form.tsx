import type { Profile } from '@rodnik/contract/profile'
import { type SyntheticEvent, useState } from 'react'
import { textOf, typedIn } from '../../lib/form-text.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { isAtField, OwnPassword, profileFaults } from './own-password.tsx'
import { useChangeProfile } from './profile.queries.ts'

/** Name, phone and the language of letters. The password is asked for when the phone is another one. */
export function ContactsForm({ profile }: { profile: Profile }) {
  const words = useProfileWords()
  const { contacts: say } = words
  const change = useChangeProfile()
  const [phone, setPhone] = useState(profile.phone ?? '')
  const { formRef, faults, showFaults } = useFormFaults()
  const isPhoneNew = phone.trim() !== (profile.phone ?? '') && phone.trim() !== ''
  const needsPassword = isPhoneNew && profile.hasPassword

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (change.isPending) return
    const data = new FormData(event.currentTarget)
    const password = typedIn(data, 'password')
    if (!showFaults(needsPassword && password === '' ? { password: words.faults.noPassword } : {})) return
    change.mutate(
      {
        name: textOf(data, 'name'),
        language: textOf(data, 'language') === 'en' ? 'en' : 'ru',
        ...(isPhoneNew && { phone }),
        ...(needsPassword && { password }),
      },
      {
        onSuccess: (saved) => setPhone(saved.phone ?? ''),
        onError: (error) => showFaults(profileFaults(error, words)),
      },
    )
  }

  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="contacts">
      <h2 id="contacts">{say.title}</h2>
      <SaidFailure error={isAtField(change.error) ? null : change.error} />
      <Field
        label={say.name}
        name="name"
        defaultValue={profile.name}
        maxLength={100}
        autoComplete="name"
        hint={say.nameHint}
      />
      <Field
        label={say.phone}
        name="phone"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
        fault={faults['phone']}
        hint={say.phoneHint}
      />
      {needsPassword && (
        <OwnPassword label={say.password} hint={say.passwordHint} fault={faults['password']} />
      )}
      <label className="field">
        {say.letters}
        <select name="language" defaultValue={profile.language}>
          <option value="ru">{say.languages.ru}</option>
          <option value="en">{say.languages.en}</option>
        </select>
      </label>
      <button aria-disabled={change.isPending}>{change.isPending ? say.saving : say.save}</button>
      <p>
        <output>{change.isSuccess ? say.saved : ''}</output>
      </p>
    </form>
  )
}
