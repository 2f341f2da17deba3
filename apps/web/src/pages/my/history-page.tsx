import type { HistoryMonth } from '@rodnik/contract/history'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { Downloads } from '../../features/history/downloads.tsx'
import { monthsQuery } from '../../features/history/history.queries.ts'
import { MonthsView } from '../../features/history/months-view.tsx'
import { OperationsView } from '../../features/history/operations-view.tsx'
import { ReadingsView } from '../../features/history/readings-view.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useHistoryWords } from '../../lib/history-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/bills.css'
import '../../ui/styles/history.css'

const VIEWS = ['months', 'operations', 'readings'] as const

type Answer = { number: string; months: HistoryMonth[] }

/** What was charged, paid and read: by month, by operation, by meter. The address names what is shown. */
export function HistoryPage() {
  const { accountId = '' } = useParams()
  const query = useQuery(monthsQuery(accountId))
  return <Loaded query={query}>{(answer) => <HistoryView accountId={accountId} {...answer} />}</Loaded>
}

function HistoryView({ accountId, number, months }: Answer & { accountId: string }) {
  const say = useHistoryWords()
  const [asked] = useSearchParams()
  const view = VIEWS.find((one) => one === asked.get('show')) ?? 'months'
  const year = asked.get('year')?.match(/^20\d\d$/)?.[0]
  return (
    <Page title={say.title} lead={say.account(accountNumberOnPaper(number))}>
      <p className="actions back">
        <Link to={`/my/accounts/${accountId}`}>{say.back}</Link>
        <Link to={`/my/accounts/${accountId}/bill`}>{say.bill}</Link>
      </p>
      <nav className="switch" aria-label={say.views.label}>
        {VIEWS.map((one) => (
          <Link key={one} to={`?show=${one}`} aria-current={one === view ? 'page' : undefined}>
            {say.views[one]}
          </Link>
        ))}
      </nav>
      <div className="panes history">
        {view === 'months' && <MonthsView accountId={accountId} months={months} year={year} />}
        {view === 'operations' && <OperationsView accountId={accountId} year={year} />}
        {view === 'readings' && <ReadingsView accountId={accountId} year={year} />}
        <Downloads accountId={accountId} />
      </div>
    </Page>
  )
}
