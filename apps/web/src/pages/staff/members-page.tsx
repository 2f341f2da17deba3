import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MembersTable } from '../../features/staff-people/members-table.tsx'
import { NewMemberDialog } from '../../features/staff-people/new-member-dialog.tsx'
import { membersQuery } from '../../features/staff-people/people.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function MembersPage() {
  const { members: words } = useStaffWords().people
  const [isAdding, setIsAdding] = useState(false)
  return (
    <StaffLoaded query={useQuery(membersQuery)}>
      {({ members }) => (
        <Page title={words.title}>
          <p className="head">
            <button type="button" onClick={() => setIsAdding(true)}>
              {words.add}
            </button>
          </p>
          <MembersTable members={members} />
          {isAdding && <NewMemberDialog onClose={() => setIsAdding(false)} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
