import type { MyCabinet } from '@rodnik/contract/my-accounts'
import { useId } from 'react'
import { Link } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useBillsWords } from '../../lib/bills-words.ts'

type Props = { accountId: string; rights: MyCabinet['rights'] }

/** What people come for less often than to send readings: below the meters, for on a phone it would be above them. */
export function MoreOfAccount({ accountId, rights }: Props) {
  const id = useId()
  const { cabinet: say } = useAccountsWords()
  const bills = useBillsWords()
  const home = `/my/accounts/${accountId}`
  const settings = rights.role === 'owner' ? say.settings : say.settingsOfHelper
  const last =
    rights.role === 'organisation'
      ? { to: `${home}/documents`, name: bills.documents }
      : { to: `${home}/settings`, name: settings }
  const links = [
    { to: `${home}/history`, name: bills.history },
    { to: `${home}/water`, name: say.water },
    { to: `${home}/appointments`, name: say.appointments },
    { to: `${home}/forms`, name: say.forms },
    last,
  ]
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{say.more}</h2>
      <p className="actions">
        {links.map(({ to, name }) => (
          <Link key={to} to={to}>
            {name}
          </Link>
        ))}
      </p>
    </section>
  )
}
