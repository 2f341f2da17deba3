import { useNavigate } from 'react-router'
import { OrganisationForm } from '../../features/organisations/organisation-form.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function NewOrganisationPage() {
  const { form } = useStaffWords().organisations
  const navigate = useNavigate()
  return (
    <Page title={form.title} lead={form.lead}>
      <OrganisationForm onRegistered={({ id }) => void navigate(`/staff/organisations/${id}`)} />
    </Page>
  )
}
