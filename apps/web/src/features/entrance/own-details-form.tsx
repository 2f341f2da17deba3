import type { SyntheticEvent } from 'react'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Page } from '../../ui/page.tsx'
import { ConsentBox } from './consent-box.tsx'
import type { useActivate } from './entrance.queries.ts'
import { EntranceNotice } from './entrance-notice.tsx'
import { NewPassword } from './new-password.tsx'
import { PhoneField } from './phone-field.tsx'
import { refusalFaults } from './refusal-faults.ts'
import { ownDetailsFaults, ownDetailsOf } from './register-body.ts'

type Props = { token: string; activation: ReturnType<typeof useActivate> }

/** The letter was opened elsewhere than registered: nothing that was filled in there is taken on trust. */
export function OwnDetailsForm({ token, activation }: Props) {
  const { words, language } = useSpeech()
  const entrance = useEntranceWords()
  const { needed, activating } = entrance.activate
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (activation.isPending) return
    const data = new FormData(event.currentTarget)
    const own = ownDetailsOf(data, language)
    if (!showFaults(ownDetailsFaults(own, data.has('consent'), entrance))) return
    activation.mutate(
      { token, own },
      { onError: (error) => showFaults(refusalFaults(error, null, words, entrance)) },
    )
  }

  const context = () => ({ phone: formRef.current ? textOf(new FormData(formRef.current), 'phone') : '' })

  return (
    <Page title={needed.title} lead={needed.text}>
      <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
        <EntranceNotice error={activation.error} />
        <NewPassword label={entrance.login.password} fault={faults['new-password']} context={context} />
        <PhoneField fault={faults['phone']} />
        <ConsentBox fault={faults['consent']} />
        <button className="wide" aria-disabled={activation.isPending}>
          {activation.isPending ? activating : needed.button}
        </button>
      </form>
    </Page>
  )
}
