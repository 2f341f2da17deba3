import type { MyAccount } from '@rodnik/contract/my-accounts'
import type { SyntheticEvent } from 'react'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { useRename } from './my-accounts.queries.ts'

/** The name of an account that only this person sees. */
export function AccountNameForm({ account }: { account: MyAccount }) {
  const { name: say } = useAccountsWords().settings
  const rename = useRename(account.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!rename.isPending) rename.mutate(textOf(new FormData(event.currentTarget), 'label'))
  }

  return (
    <form className="card narrow" onSubmit={onSubmit} noValidate aria-labelledby="name-of-account">
      <h2 id="name-of-account">{say.title}</h2>
      <SaidFailure error={rename.error} />
      <Field
        label={say.label}
        name="label"
        defaultValue={account.label}
        maxLength={60}
        autoComplete="off"
        hint={say.hint}
      />
      <button className="quiet" aria-disabled={rename.isPending}>
        {say.save}
      </button>
      <p>
        <output>{rename.isSuccess ? say.saved : ''}</output>
      </p>
    </form>
  )
}
