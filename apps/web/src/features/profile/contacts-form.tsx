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
  const isPhoneNew = !['', profile.phone].includes(phone.trim())
  const needsPassword = isPhoneNew && profile.hasPassword

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (change.isPending) return
    const data = new FormData(event.currentTarget)
    const password = typedIn(data, 'password')
    if (!showFaults(needsPassword && password === '' ? { password: words.faults.noPassword } : {})) return
    const body = {
      name: textOf(data, 'name'),
      language: textOf(data, 'language') === 'en' ? ('en' as const) : ('ru' as const),
      ...(isPhoneNew && { phone }),
      ...(needsPassword && { password }),
    }
    change.mutate(body, {
      onSuccess: (saved) => setPhone(saved.phone ?? ''),
      onError: (error) => showFaults(profileFaults(error, words)),
    })
  }

  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="contacts">
      <h2 id="contacts">{say.title}</h2>
      <SaidFailure error={isAtField(change.error) ? null : change.error} />
      <NameField name={profile.name} />
      <PhoneField phone={phone} onType={setPhone} fault={faults['phone']} />
      {needsPassword && (
        <OwnPassword label={say.password} hint={say.passwordHint} fault={faults['password']} />
      )}
      <LanguageChoice language={profile.language} />
      <button aria-disabled={change.isPending}>{change.isPending ? say.saving : say.save}</button>
      <p>
        <output>{change.isSuccess ? say.saved : ''}</output>
      </p>
    </form>
  )
}

function NameField({ name }: { name: string }) {
  const { contacts: say } = useProfileWords()
  return (
    <Field
      label={say.name}
      name="name"
      defaultValue={name}
      maxLength={100}
      autoComplete="name"
      hint={say.nameHint}
    />
  )
}

type PhoneProps = { phone: string; onType: (phone: string) => void; fault: string | undefined }

function PhoneField({ phone, onType, fault }: PhoneProps) {
  const { contacts: say } = useProfileWords()
  return (
    <Field
      label={say.phone}
      name="phone"
      value={phone}
      onChange={(event) => onType(event.target.value)}
      inputMode="tel"
      autoComplete="tel"
      maxLength={30}
      fault={fault}
      hint={say.phoneHint}
    />
  )
}

function LanguageChoice({ language }: { language: Profile['language'] }) {
  const { contacts: say } = useProfileWords()
  return (
    <label className="field">
      {say.letters}
      <select name="language" defaultValue={language}>
        <option value="ru">{say.languages.ru}</option>
        <option value="en">{say.languages.en}</option>
      </select>
    </label>
  )
}
