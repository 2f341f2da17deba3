import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { personQuery } from '../../features/staff-people/people.queries.ts'
import { PersonAccountsPane, ProfilePane } from '../../features/staff-people/person-panes.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function PersonPage() {
  const { people } = useStaffWords()
  const { id = '' } = useParams()
  return (
    <StaffLoaded query={useQuery(personQuery(id))}>
      {(person) => (
        <Page title={person.name || person.login || people.noName}>
          <div className="panes">
            <ProfilePane person={person} />
            <PersonAccountsPane accounts={person.accounts} />
          </div>
        </Page>
      )}
    </StaffLoaded>
  )
}
