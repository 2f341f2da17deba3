import type { SyntheticEvent } from 'react'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { helperFaults } from './helper-faults.ts'
import { useInvite } from './helpers.queries.ts'
import { FULL_RIGHTS, RightsFields, typedRights } from './rights-fields.tsx'

/** An invitation by e-mail, with the rights that go with it. */
export function InviteForm({ accountId }: { accountId: string }) {
  const accounts = useAccountsWords()
  const { helpers: say } = accounts
  const invite = useInvite(accountId)
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (invite.isPending) return
    const form = event.currentTarget
    const data = new FormData(form)
    const email = textOf(data, 'email')
    if (!showFaults(email.includes('@') ? {} : { email: say.faults.email })) return
    invite.mutate(
      { email, ...typedRights(data) },
      { onSuccess: () => form.reset(), onError: (error) => showFaults(helperFaults(error, accounts)) },
    )
  }

  return (
    <form className="stack" ref={formRef} onSubmit={onSubmit} noValidate aria-labelledby="invite">
      <h3 id="invite">{say.invite}</h3>
      <SaidFailure error={invite.error} said={{ too_many_helpers: say.tooMany }} atField="invalid_request" />
      <Field
        label={say.email}
        name="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        fault={faults['email']}
        hint={say.emailHint}
      />
      <RightsFields rights={FULL_RIGHTS} untilFault={faults['until']} />
      <button aria-disabled={invite.isPending}>{invite.isPending ? say.sending : say.send}</button>
      <p>
        <output>{invite.data ? say.sent(invite.data.email) : ''}</output>
      </p>
    </form>
  )
}
