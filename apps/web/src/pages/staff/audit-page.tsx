import type { AuditFilter as Filter } from '@rodnik/contract/staff-audit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { auditQuery } from '../../features/staff-audit/audit.queries.ts'
import { AuditFilter } from '../../features/staff-audit/audit-filter.tsx'
import { AuditTable } from '../../features/staff-audit/audit-table.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { MoreButton } from '../../ui/staff/more-button.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function AuditPage() {
  const { audit: words } = useStaffWords()
  const [params, setParams] = useSearchParams()
  const filter: Filter = Object.fromEntries(params)
  const found = useInfiniteQuery(auditQuery(filter))
  return (
    <Page title={words.title} lead={words.lead}>
      <AuditFilter key={params.toString()} filter={filter} onFilter={(chosen) => setParams(chosen)} />
      <StaffLoaded query={found}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events)
          return events.length === 0 ? <output>{words.none}</output> : <AuditTable events={events} />
        }}
      </StaffLoaded>
      <MoreButton
        hasMore={found.hasNextPage}
        isLoading={found.isFetchingNextPage}
        label={words.more}
        onMore={() => void found.fetchNextPage()}
      />
    </Page>
  )
}
