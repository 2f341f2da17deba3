import { Link } from 'react-router'
import { OrganisationSearch } from '../../features/organisations/organisation-list.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function OrganisationsPage() {
  const { organisations } = useStaffWords()
  return (
    <Page title={organisations.title} lead={organisations.list.hint}>
      <p className="lead">
        <Link className="button" to="/staff/organisations/new">
          {organisations.toNew}
        </Link>
      </p>
      <OrganisationSearch />
    </Page>
  )
}
