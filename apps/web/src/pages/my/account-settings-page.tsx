import type { MyAccount } from '@rodnik/contract/my-accounts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useAccountName } from '../../features/my-accounts/account-list.tsx'
import { AccountLog } from '../../features/my-accounts/account-log.tsx'
import { AccountNameForm } from '../../features/my-accounts/account-name-form.tsx'
import { AccountlessPane } from '../../features/my-accounts/accountless-pane.tsx'
import { HelpersPane } from '../../features/my-accounts/helpers-pane.tsx'
import { myAccountsQuery } from '../../features/my-accounts/my-accounts.queries.ts'
import { UnlinkPane } from '../../features/my-accounts/unlink-pane.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'

export function AccountSettingsPage() {
  const { accountId } = useParams()
  const query = useQuery(myAccountsQuery)
  return (
    <Loaded query={query}>
      {({ accounts }) => {
        const account = accounts.find(({ id, role }) => id === accountId && role !== 'organisation')
        return account ? <SettingsView key={account.id} account={account} /> : <NotFound />
      }}
    </Loaded>
  )
}

function SettingsView({ account }: { account: MyAccount }) {
  const { settings, number } = useAccountsWords()
  const nameOf = useAccountName()
  const isOwner = account.role === 'owner'
  return (
    <Page
      title={settings.title}
      lead={`${nameOf(account)}, ${number(accountNumberOnPaper(account.number)).toLowerCase()}`}
    >
      <p className="back">
        <Link to={`/my/accounts/${account.id}`}>{settings.back}</Link>
      </p>
      <div className="two-columns">
        <div className="panes">
          <AccountNameForm account={account} />
          {isOwner && <HelpersPane accountId={account.id} />}
        </div>
        <div className="panes">
          {isOwner && <AccountlessPane account={account} />}
          {isOwner && <AccountLog accountId={account.id} />}
          <UnlinkPane account={account} />
        </div>
      </div>
    </Page>
  )
}
