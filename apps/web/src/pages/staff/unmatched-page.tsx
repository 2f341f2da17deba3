import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { RegistriesMenu } from '../../features/staff-registries/registries-menu.tsx'
import {
  type WaitingFilter as Filter,
  waitingQuery,
} from '../../features/staff-registries/waiting.queries.ts'
import { WaitingFilter } from '../../features/staff-registries/waiting-filter.tsx'
import { WaitingTable } from '../../features/staff-registries/waiting-table.tsx'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'

/** Money of nobody known, for staff to find whose it is. */
export function UnmatchedPage() {
  const { unmatched: words } = useStaffWords().registries
  const { format } = useSpeech()
  const [params, setParams] = useSearchParams()
  const filter: Filter = Object.fromEntries(params)
  const found = useInfiniteQuery(waitingQuery(filter))
  const first = found.data?.pages[0]
  return (
    <Page title={words.title} lead={words.lead}>
      <RegistriesMenu />
      <WaitingFilter key={params.toString()} filter={filter} onFilter={(chosen) => setParams(chosen)} />
      {first && first.count > 0 && <p>{words.sum(first.count, format.money(first.kopecks))}</p>}
      <FoundList query={found} itemsOf={({ payments }) => payments} none={words.none} more={words.more}>
        {(payments) => <WaitingTable payments={payments} />}
      </FoundList>
    </Page>
  )
}
