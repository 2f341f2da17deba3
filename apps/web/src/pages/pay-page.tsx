import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { PayForm } from '../features/payments/pay-form.tsx'
import { offerQuery, type PayerScope } from '../features/payments/payments.queries.ts'
import { usePaymentsWords } from '../lib/payments-words.ts'
import { useSession } from '../lib/session.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/bills.css'
import '../ui/styles/confirmation.css'
import '../ui/styles/payments.css'

/** Paying without registration, for the account of the entry. */
export const GuestPayPage = () => <PayPage scope="cabinet" />

/** Paying for accounts of one's own; the address may name one of them. */
export const MyPayPage = () => <PayPage scope="my" />

function PayPage({ scope }: { scope: PayerScope }) {
  const say = usePaymentsWords()
  const [asked] = useSearchParams()
  const query = useQuery(offerQuery(scope))
  const isOrganisation = useSession()?.kind === 'organisation'
  const chosen = asked.get('account')
  return (
    <Loaded query={query}>
      {(offer) => (
        <Page title={say.title} lead={offer.accounts.length > 0 && say.lead}>
          {isOrganisation && chosen !== null && <ByInvoice accountId={chosen} />}
          {offer.accounts.length === 0 && <NothingToPayFor />}
          {offer.accounts.length > 0 && offer.methods.length === 0 && (
            <Notice kind="warn" title={say.off.title}>
              <p>{say.off.text}</p>
            </Notice>
          )}
          {offer.accounts.length > 0 && offer.methods.length > 0 && (
            <PayForm scope={scope} offer={offer} chosen={chosen} />
          )}
        </Page>
      )}
    </Loaded>
  )
}

function NothingToPayFor() {
  const { noAccounts } = usePaymentsWords()
  return (
    <Notice kind="info" title={noAccounts.title}>
      <p>{noAccounts.text}</p>
      <p>
        <Link to="/my">{noAccounts.link}</Link>
      </p>
    </Notice>
  )
}

function ByInvoice({ accountId }: { accountId: string }) {
  const { organisation } = usePaymentsWords()
  return (
    <Notice kind="info" title={organisation.title}>
      <p>{organisation.text}</p>
      <p>
        <Link to={`/my/accounts/${accountId}/documents`}>{organisation.link}</Link>
      </p>
    </Notice>
  )
}
