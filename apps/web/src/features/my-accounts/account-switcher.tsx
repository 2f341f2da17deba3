import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useAccountName } from './account-list.tsx'
import { myAccountsQuery } from './my-accounts.queries.ts'

/** The person's other accounts, one press away; nothing for someone with a single one. */
export function AccountSwitcher({ accountId }: { accountId: string }) {
  const { cabinet } = useAccountsWords()
  const nameOf = useAccountName()
  const { data } = useQuery(myAccountsQuery)
  const others = data?.accounts.filter(({ id }) => id !== accountId) ?? []
  if (others.length === 0) return null
  return (
    <details className="versions switcher">
      <summary>{cabinet.others}</summary>
      <ul>
        {others.map((account) => (
          <li key={account.id}>
            <Link to={`/my/accounts/${account.id}`}>{nameOf(account)}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
