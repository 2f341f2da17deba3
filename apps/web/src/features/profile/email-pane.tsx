import type { EmailChange, Profile } from '@rodnik/contract/profile'
import type { SyntheticEvent } from 'react'
import { textOf, typedIn } from '../../lib/form-text.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { isAtField, OwnPassword, profileFaults } from './own-password.tsx'
import { useAskForEmail, useKeepEmail } from './profile.queries.ts'

/** The e-mail, a change of it under way, and the form for another one. */
export function EmailPane({ profile }: { profile: Profile }) {
  const { email: say } = useProfileWords()
  const { email, emailChange } = profile
  return (
    <section className="card narrow" aria-labelledby="email">
      <h2 id="email">{say.title}</h2>
      <p className="long">{email === null ? say.none : say.now(email)}</p>
      {emailChange && <PendingEmail change={emailChange} hasOld={email !== null} />}
      <EmailForm profile={profile} />
    </section>
  )
}

function PendingEmail({ change, hasOld }: { change: EmailChange; hasOld: boolean }) {
  const { email: say } = useProfileWords()
  const keep = useKeepEmail()
  const stateOf = (isConfirmed: boolean) => (isConfirmed ? say.agreed : say.notAgreed)
  return (
    <Notice kind="info" title={say.waiting(change.newEmail)}>
      <p>
        {say.side.new}: {stateOf(change.isNewConfirmed)}
      </p>
      {hasOld && (
        <p>
          {say.side.old}: {stateOf(change.isOldConfirmed)}
        </p>
      )}
      <SaidFailure error={keep.error} />
      <p>
        <button type="button" className="quiet" onClick={() => !keep.isPending && keep.mutate()}>
          {say.cancel}
        </button>
      </p>
    </Notice>
  )
}

function EmailForm({ profile: { email, hasPassword } }: { profile: Profile }) {
  const words = useProfileWords()
  const { email: say } = words
  const ask = useAskForEmail()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (ask.isPending) return
    const form = event.currentTarget
    const data = new FormData(form)
    const newEmail = textOf(data, 'newEmail')
    const password = typedIn(data, 'password')
    const isReady = showFaults({
      ...(!newEmail.includes('@') && { newEmail: words.faults.email }),
      ...(hasPassword && password === '' && { password: words.faults.noPassword }),
    })
    if (!isReady) return
    ask.mutate(
      { newEmail, ...(hasPassword && { password }) },
      { onSuccess: () => form.reset(), onError: (error) => showFaults(profileFaults(error, words)) },
    )
  }

  return (
    <form className="stack" ref={formRef} onSubmit={onSubmit} noValidate aria-label={say.title}>
      <SaidFailure error={isAtField(ask.error) ? null : ask.error} />
      <Field
        label={say.label}
        name="newEmail"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        fault={faults['newEmail']}
        hint={email === null ? say.hintAlone : say.hint}
      />
      {hasPassword && <OwnPassword label={say.password} fault={faults['password']} />}
      <button className="quiet" aria-disabled={ask.isPending}>
        {ask.isPending ? say.sending : say.send}
      </button>
    </form>
  )
}
