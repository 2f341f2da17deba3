import { useLocation, useNavigate } from 'react-router'
import { knownFrom } from '../../features/organisations/known-organisation.ts'
import { OrganisationForm } from '../../features/organisations/organisation-form.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function NewOrganisationPage() {
  const { form } = useStaffWords().organisations
  const navigate = useNavigate()
  const { state } = useLocation()
  return (
    <Page title={form.title} lead={form.lead}>
      <OrganisationForm
        known={knownFrom(state)}
        onRegistered={({ id }) => void navigate(`/staff/organisations/${id}`)}
      />
    </Page>
  )
}
