import type { Profile } from '@rodnik/contract/profile'
import { type SyntheticEvent, useState } from 'react'
import { textOf, typedIn } from '../../lib/form-text.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { isAtField, OwnPassword, profileFaults } from './own-password.tsx'
import { useDeleteProfile } from './profile.queries.ts'

type Props = { profile: Profile; onDeleted: () => void }

/** Deletion, with a word to type: nobody does it by a slip of the finger. */
export function DeletePane({ profile, onDeleted }: Props) {
  const { remove: say } = useProfileWords()
  const [isAsked, setIsAsked] = useState(false)
  return (
    <section className="card narrow" aria-labelledby="delete">
      <h2 id="delete">{say.title}</h2>
      <p>{say.text}</p>
      {isAsked ? (
        <DeleteForm profile={profile} onDeleted={onDeleted} onKeep={() => setIsAsked(false)} />
      ) : (
        <button type="button" className="quiet" onClick={() => setIsAsked(true)}>
          {say.ask}
        </button>
      )}
    </section>
  )
}

function DeleteForm({ profile: { hasPassword }, onDeleted, onKeep }: Props & { onKeep: () => void }) {
  const words = useProfileWords()
  const { remove: say } = words
  const remove = useDeleteProfile(onDeleted)
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (remove.isPending) return
    const data = new FormData(event.currentTarget)
    const password = typedIn(data, 'password')
    const isReady = showFaults({
      ...(textOf(data, 'word').toLowerCase() !== say.word && { word: words.faults.word(say.word) }),
      ...(hasPassword && password === '' && { password: words.faults.noPassword }),
    })
    if (!isReady) return
    remove.mutate(hasPassword ? password : undefined, {
      onError: (error) => showFaults(profileFaults(error, words)),
    })
  }

  return (
    <form className="stack" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="delete">
      <SaidFailure
        error={isAtField(remove.error) ? null : remove.error}
        said={{ fresh_sign_in_needed: say.fresh }}
      />
      <Field
        label={say.label(say.word)}
        name="word"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={20}
        fault={faults['word']}
      />
      {hasPassword && <OwnPassword label={say.password} fault={faults['password']} />}
      <p className="actions">
        <button aria-disabled={remove.isPending}>{remove.isPending ? say.sending : say.send}</button>
        <button type="button" className="quiet" onClick={onKeep}>
          {say.keep}
        </button>
      </p>
    </form>
  )
}
