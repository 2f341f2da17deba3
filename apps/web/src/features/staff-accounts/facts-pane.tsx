import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { addressOf } from '../../lib/staff-address.ts'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { AccountlessDialog } from './accountless-dialog.tsx'
import { HolderDialog } from './holder-dialog.tsx'
import { ReceiptCodeDialog } from './receipt-code-dialog.tsx'

type Window = 'holder' | 'accountless' | 'code'

/** Whose account it is, and what an operator may change in it. */
export function FactsPane({ card }: { card: AccountCard }) {
  const { account: words } = useStaffWords()
  const { facts } = words
  const { date } = useCityTime()
  const mayChange = useHasRole(['operator', 'administrator'])
  const [open, setOpen] = useState<Window | null>(null)
  const close = () => setOpen(null)
  return (
    <Pane title={facts.title}>
      <dl className="facts-list">
        <Fact name={facts.address}>{addressOf(card)}</Fact>
        <Fact name={facts.holder}>
          {card.holderName || <span className="unknown">{facts.noHolder}</span>}
        </Fact>
        <Fact name={facts.residents}>{card.residentsCount}</Fact>
        {card.organisation && (
          <Fact name={facts.organisation}>
            <Link to={`/staff/organisations/${card.organisation.id}`}>{card.organisation.name}</Link>
          </Fact>
        )}
        {card.closedOn !== null && <Fact name={facts.closed}>{date(card.closedOn)}</Fact>}
        <Fact name={facts.accountless}>{card.isAccountlessAllowed ? facts.open : facts.shut}</Fact>
      </dl>
      {mayChange && (
        <p className="actions">
          <button type="button" className="quiet" onClick={() => setOpen('holder')}>
            {words.holder.change}
          </button>
          <button type="button" className="quiet" onClick={() => setOpen('accountless')}>
            {card.isAccountlessAllowed ? words.accountless.shut : words.accountless.open}
          </button>
          <button type="button" className="quiet" onClick={() => setOpen('code')}>
            {words.code.tell}
          </button>
        </p>
      )}
      {open === 'holder' && <HolderDialog card={card} onClose={close} />}
      {open === 'accountless' && <AccountlessDialog card={card} onClose={close} />}
      {open === 'code' && <ReceiptCodeDialog id={card.id} onClose={close} />}
    </Pane>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
