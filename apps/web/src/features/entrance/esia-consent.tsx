import type { SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { pageAfter } from '../../lib/next-step.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Page } from '../../ui/page.tsx'
import { ConsentBox } from './consent-box.tsx'
import { EntranceNotice } from './entrance-notice.tsx'
import { useRegisterByEsia } from './esia.queries.ts'

/** A newcomer from Gosuslugi: nothing is kept of them until they agree. */
export function EsiaConsent({ name }: { name: string }) {
  const { esia, register: say } = useEntranceWords()
  const navigate = useNavigate()
  const register = useRegisterByEsia()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (register.isPending) return
    const hasConsented = new FormData(event.currentTarget).has('consent')
    if (!showFaults(hasConsented ? {} : { consent: say.faults.consent })) return
    register.mutate(undefined, {
      onSuccess: (session) => void navigate(pageAfter(session), { replace: true }),
    })
  }

  return (
    <Page title={esia.consent.title(name)} lead={esia.consent.lead}>
      <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
        <EntranceNotice error={register.error} />
        <ConsentBox fault={faults['consent']} />
        <button className="wide" aria-disabled={register.isPending}>
          {esia.consent.button}
        </button>
      </form>
    </Page>
  )
}
