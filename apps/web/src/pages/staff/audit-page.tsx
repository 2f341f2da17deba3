import type { AuditFilter as Filter } from '@rodnik/contract/staff-audit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { auditQuery } from '../../features/staff-audit/audit.queries.ts'
import { AuditFilter } from '../../features/staff-audit/audit-filter.tsx'
import { AuditTable } from '../../features/staff-audit/audit-table.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'

export function AuditPage() {
  const { audit: words } = useStaffWords()
  const [params, setParams] = useSearchParams()
  const filter: Filter = Object.fromEntries(params)
  const found = useInfiniteQuery(auditQuery(filter))
  return (
    <Page title={words.title} lead={words.lead}>
      <AuditFilter key={params.toString()} filter={filter} onFilter={(chosen) => setParams(chosen)} />
      <FoundList query={found} itemsOf={({ events }) => events} none={words.none} more={words.more}>
        {(events) => <AuditTable events={events} />}
      </FoundList>
    </Page>
  )
}
