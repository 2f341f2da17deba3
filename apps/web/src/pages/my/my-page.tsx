import type { MyAccount } from '@rodnik/contract/my-accounts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { AccountList } from '../../features/my-accounts/account-list.tsx'
import { myAccountsQuery } from '../../features/my-accounts/my-accounts.queries.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSession } from '../../lib/session.queries.ts'
import { CallLink } from '../../ui/call-link.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'

/** The accounts of somebody signed in; a newcomer is led to adding the first. */
export function MyPage() {
  const query = useQuery(myAccountsQuery)
  return <Loaded query={query}>{({ accounts }) => <MyView accounts={accounts} />}</Loaded>
}

function MyView({ accounts }: { accounts: MyAccount[] }) {
  const { my } = useAccountsWords()
  const isOrganisation = useSession()?.kind === 'organisation'
  const add = !isOrganisation && (
    <Link className={accounts.length > 0 ? 'button quiet' : 'button'} to="/my/link">
      {my.add}
    </Link>
  )
  if (accounts.length === 0) {
    return (
      <Page title={my.empty.title} lead={isOrganisation ? my.empty.organisation : my.empty.lead}>
        {add || <CallLink className="button quiet" isButton />}
      </Page>
    )
  }
  return (
    <Page title={my.title} lead={my.lead}>
      <AccountList accounts={accounts} />
      <p className="below actions">
        {accounts.some(({ canPay }) => canPay) && (
          <Link className="button" to="/my/pay">
            {my.pay}
          </Link>
        )}
        {add}
      </p>
    </Page>
  )
}
