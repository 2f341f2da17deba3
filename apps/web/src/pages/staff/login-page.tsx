import { useLocation } from 'react-router'
import { StaffSignInForm } from '../../features/staff/sign-in-form.tsx'
import type { Passage } from '../../lib/passage.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'

export function StaffLoginPage() {
  const { login } = useStaffWords().entry
  const passage = (useLocation().state ?? {}) as Passage
  return (
    <Page title={login.title}>
      <StaffSignInForm returnTo={passage.from ?? '/staff'} />
    </Page>
  )
}
