import type { MyAccount } from '@rodnik/contract/my-accounts'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'

/** What the person calls the account, or its address. */
export function useAccountName() {
  const { address } = useAccountsWords()
  return (account: Pick<MyAccount, 'label' | 'street' | 'house' | 'flat'>) =>
    account.label || address(account)
}

export function AccountList({ accounts }: { accounts: MyAccount[] }) {
  const { my } = useAccountsWords()
  return (
    <ul className="ways narrow" aria-label={my.title}>
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} />
      ))}
    </ul>
  )
}

function AccountCard({ account }: { account: MyAccount }) {
  const { my, number, address } = useAccountsWords()
  const { format } = useSpeech()
  const today = useSite()?.today
  const nameOf = useAccountName()
  const facts = [
    ...(account.label === '' ? [] : [address(account)]),
    number(accountNumberOnPaper(account.number)),
    ...(account.role === 'owner' ? [] : [my.roles[account.role]]),
    ...(account.until === null ? [] : [my.until(format.day(account.until, today ?? account.until))]),
  ]
  return (
    <li>
      <Link to={`/my/accounts/${account.id}`}>
        <b>{nameOf(account)}</b>
        <span className="account-facts">{facts.join(' · ')}</span>
        <Todo account={account} />
      </Link>
    </li>
  )
}

function Todo({ account: { canSubmit, metersToRead } }: { account: MyAccount }) {
  const { my } = useAccountsWords()
  if (!canSubmit) return <span className="tag quiet-tag">{my.noSubmit}</span>
  if (metersToRead > 0) return <span className="tag warn">{my.toRead(metersToRead)}</span>
  return <span className="tag ok">{my.allRead}</span>
}
