import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { outagesQuery } from '../../features/staff-notices/notices.queries.ts'
import { OutagesTable } from '../../features/staff-notices/outages-table.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** What residents read about water that is cut off. */
export function OutagesPage() {
  const { outageDesk: words } = useStaffWords()
  const query = useQuery(outagesQuery)
  const mayWrite = useHasRole(['operator', 'administrator'])
  return (
    <StaffLoaded query={query}>
      {({ outages }) => (
        <Page title={words.title} lead={words.lead}>
          {mayWrite && (
            <p className="actions">
              <Link className="button" to="/staff/outages/new">
                {words.add}
              </Link>
            </p>
          )}
          {outages.length === 0 ? <p>{words.none}</p> : <OutagesTable outages={outages} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
