import type { SecondFactorOffer } from '@rodnik/contract/sessions'
import { type UseMutationResult, useQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'
import { AppCodeField } from './app-code-field.tsx'
import { offerQuery } from './second-factor.queries.ts'

type Confirming = Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'error' | 'isPending'>

/** A secret for the app, as a picture and for typing, and the first code that shows that it has arrived. */
export function Enrolment({ confirming }: { confirming: Confirming }) {
  const { authenticator: words } = useStaffWords().entry
  return (
    <StaffLoaded query={useQuery(offerQuery)}>
      {(offer) => (
        <Page title={words.title} lead={words.lead}>
          <Offer offer={offer} confirming={confirming} />
        </Page>
      )}
    </StaffLoaded>
  )
}

function Offer({ offer, confirming }: { offer: SecondFactorOffer; confirming: Confirming }) {
  const { authenticator: words, code } = useStaffWords().entry
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (confirming.isPending) return
    const typed = textOf(new FormData(event.currentTarget), 'code').replaceAll(/\s/g, '')
    if (showFaults(/^\d{6}$/.test(typed) ? {} : { code: code.faults.code })) confirming.mutate(typed)
  }

  return (
    <form className="card entry" ref={formRef} onSubmit={onSubmit} noValidate>
      <p>{words.scan}</p>
      <div className="enrol-qr">
        <QrCode content={offer.uri} label={words.qr} />
      </div>
      <p>{words.orType}</p>
      <p className="secret">{offer.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</p>
      {confirming.error && <StaffFailure error={confirming.error} said={{ code_wrong: words.wrong }} />}
      <AppCodeField label={words.label} hint={words.hint} fault={faults['code']} />
      <button className="wide" aria-disabled={confirming.isPending}>
        {confirming.isPending ? code.checking : words.confirm}
      </button>
    </form>
  )
}
