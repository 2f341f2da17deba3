import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { type SiteSearch, sitePaymentsQuery } from '../../features/staff-payments/payments.queries.ts'
import { filterOf, SitePaymentsFilter } from '../../features/staff-payments/site-payments-filter.tsx'
import { SitePaymentsTable } from '../../features/staff-payments/site-payments-table.tsx'
import { findOf } from '../../features/staff-payments/typed-find.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function PaymentsPage() {
  const { site: words } = useStaffWords().payments
  const [params, setParams] = useSearchParams()
  const search: SiteSearch = { find: findOf(params.get('find') ?? ''), only: filterOf(params.get('only')) }
  const isAnyWished = search.find !== '' || search.only !== undefined
  const query = useQuery(sitePaymentsQuery(search))

  const show = ({ find, only }: SiteSearch) =>
    setParams({ ...(find !== '' && { find }), ...(only && { only }) })

  const status = (count: number, isMore: boolean) => {
    if (query.isPlaceholderData) return words.searching
    if (count === 0) return isAnyWished ? words.nothing : words.none
    return isMore ? words.isMore(count) : words.found(count)
  }

  return (
    <StaffLoaded query={query}>
      {({ payments, isMore }) => (
        <Page title={words.title} lead={words.lead}>
          <SitePaymentsFilter search={search} onSearch={show} />
          <p className="status">
            <output>{status(payments.length, isMore)}</output>
          </p>
          {payments.length > 0 && <SitePaymentsTable payments={payments} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
