import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { cardQuery } from '../../features/staff-accounts/accounts.queries.ts'
import { EventsPane } from '../../features/staff-accounts/events-pane.tsx'
import { FactsPane } from '../../features/staff-accounts/facts-pane.tsx'
import { PeoplePane } from '../../features/staff-accounts/people-pane.tsx'
import { SubmissionsPane } from '../../features/staff-accounts/submissions-pane.tsx'
import { CircumstancesPane } from '../../features/staff-circumstances/circumstances-pane.tsx'
import { MetersPane } from '../../features/staff-meters/meters-pane.tsx'
import { CreditedPane } from '../../features/staff-payments/credited-pane.tsx'
import { RecalculationsPane } from '../../features/staff-recalculations/recalculations-pane.tsx'
import { AccountRequestsPane } from '../../features/staff-requests/account-requests-pane.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { addressOf } from '../../lib/staff-address.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function StaffAccountPage() {
  const { id = '' } = useParams()
  return <StaffLoaded query={useQuery(cardQuery(id))}>{(card) => <Card card={card} />}</StaffLoaded>
}

function Card({ card }: { card: AccountCard }) {
  const { account } = useStaffWords()
  return (
    <Page title={account.title(accountNumberOnPaper(card.number))} lead={addressOf(card)}>
      <div className="panes">
        <FactsPane card={card} />
        <PeoplePane accountId={card.id} people={card.people} />
        <AccountRequestsPane accountId={card.id} />
        <MetersPane accountId={card.id} isClosed={card.closedOn !== null} />
        <CircumstancesPane accountId={card.id} />
        <CreditedPane card={card} />
        <RecalculationsPane card={card} />
        <SubmissionsPane submissions={card.submissions} />
        <EventsPane events={card.events} />
      </div>
    </Page>
  )
}
