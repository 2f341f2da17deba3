import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { AccountsPane } from '../../features/organisations/accounts-pane.tsx'
import { CredentialsPane } from '../../features/organisations/credentials-pane.tsx'
import { FactsPane } from '../../features/organisations/facts-pane.tsx'
import { organisationQuery } from '../../features/organisations/organisations.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function OrganisationPage() {
  const { card } = useStaffWords().organisations
  const { id = '' } = useParams()
  const query = useQuery(organisationQuery(id))
  return (
    <StaffLoaded query={query}>
      {(organisation) => (
        <Page title={organisation.name}>
          <p className="lead">
            <Link to="/staff/organisations">{card.back}</Link>
          </p>
          <div className="panes">
            <CredentialsPane organisation={organisation} />
            <FactsPane organisation={organisation} />
            <AccountsPane organisation={organisation} />
          </div>
        </Page>
      )}
    </StaffLoaded>
  )
}
