import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { loadRequestsWords } from '../../lib/requests-words.ts'
import { StaffAccountPage } from '../../pages/staff/account-page.tsx'
import { AnswerTemplatesPage } from '../../pages/staff/answer-templates-page.tsx'
import { AuditPage } from '../../pages/staff/audit-page.tsx'
import { AuthenticatorPage } from '../../pages/staff/authenticator-page.tsx'
import { BillingPage } from '../../pages/staff/billing-page.tsx'
import { StaffCodePage } from '../../pages/staff/code-page.tsx'
import { DifferencesPage } from '../../pages/staff/differences-page.tsx'
import { ImportPage } from '../../pages/staff/import-page.tsx'
import { ImportsPage } from '../../pages/staff/imports-page.tsx'
import { LettersPage } from '../../pages/staff/letters-page.tsx'
import { StaffLoginPage } from '../../pages/staff/login-page.tsx'
import { MembersPage } from '../../pages/staff/members-page.tsx'
import { NewOrganisationPage } from '../../pages/staff/new-organisation-page.tsx'
import { OrganisationPage } from '../../pages/staff/organisation-page.tsx'
import { OrganisationsPage } from '../../pages/staff/organisations-page.tsx'
import { PaymentsPage } from '../../pages/staff/payments-page.tsx'
import { PersonPage } from '../../pages/staff/person-page.tsx'
import { QueuePage } from '../../pages/staff/queue-page.tsx'
import { ReferencePage } from '../../pages/staff/reference-page.tsx'
import { RegisterPage } from '../../pages/staff/register-page.tsx'
import { RegistriesPage } from '../../pages/staff/registries-page.tsx'
import { RegistryFilePage } from '../../pages/staff/registry-file-page.tsx'
import { RequestPage } from '../../pages/staff/request-page.tsx'
import { RequestsPage } from '../../pages/staff/requests-page.tsx'
import { ReviewsPage } from '../../pages/staff/reviews-page.tsx'
import { NewOfficePage, SchedulePage } from '../../pages/staff/schedule-page.tsx'
import { SchedulesPage } from '../../pages/staff/schedules-page.tsx'
import { StaffSearchPage } from '../../pages/staff/search-page.tsx'
import { StatementsPage } from '../../pages/staff/statements-page.tsx'
import { TerminalsPage } from '../../pages/staff/terminals-page.tsx'
import { UnmatchedPage } from '../../pages/staff/unmatched-page.tsx'
import { VisitsPage } from '../../pages/staff/visits-page.tsx'
import { PageSkeleton } from '../../ui/skeleton.tsx'
import { StaffNotFound } from '../../ui/staff/staff-not-found.tsx'
import { StaffEntryLayout, StaffLayout, StaffStepLayout } from './staff-layout.tsx'
import '../../ui/styles/staff/index.css'

/** Comes with the forms of residents and their words. */
const CallerRequestPage = lazy(async () => {
  const [{ CallerRequestPage: Page }] = await Promise.all([
    import('../../pages/staff/caller-request-page.tsx'),
    loadRequestsWords(),
  ])
  return { default: Page }
})

const ForCaller = () => (
  <Suspense fallback={<PageSkeleton />}>
    <CallerRequestPage />
  </Suspense>
)

/** The rest of the console is one bundle: whoever works here opens all of them every day. */
export function StaffConsole() {
  return (
    <Routes>
      <Route element={<StaffEntryLayout />}>
        <Route path="login" element={<StaffLoginPage />} />
      </Route>
      <Route element={<StaffStepLayout />}>
        <Route path="code" element={<StaffCodePage />} />
        <Route path="authenticator" element={<AuthenticatorPage />} />
      </Route>
      <Route element={<StaffLayout />}>
        <Route index element={<StaffSearchPage />} />
        <Route path="accounts/:id" element={<StaffAccountPage />} />
        <Route path="accounts/:id/new-request/:kind?" element={<ForCaller />} />
        <Route path="requests" element={<RequestsPage />} />
        <Route path="requests/:id" element={<RequestPage />} />
        <Route path="answer-templates" element={<AnswerTemplatesPage />} />
        <Route path="reviews" element={<ReviewsPage />} />
        <Route path="people/:id" element={<PersonPage />} />
        <Route path="registers/accounts" element={<RegisterPage key="accounts" register="accounts" />} />
        <Route path="registers/meters" element={<RegisterPage key="meters" register="meters" />} />
        <Route path="billing" element={<BillingPage />} />
        <Route path="registries" element={<RegistriesPage />} />
        <Route path="registries/files/:id" element={<RegistryFilePage />} />
        <Route path="registries/unmatched" element={<UnmatchedPage />} />
        <Route path="registries/statements" element={<StatementsPage />} />
        <Route path="imports" element={<ImportsPage />} />
        <Route path="imports/:id" element={<ImportPage />} />
        <Route path="payments" element={<PaymentsPage />} />
        <Route path="differences" element={<DifferencesPage />} />
        <Route path="appointments" element={<QueuePage />} />
        <Route path="schedules" element={<SchedulesPage />} />
        <Route path="schedules/new" element={<NewOfficePage />} />
        <Route path="schedules/:id" element={<SchedulePage />} />
        <Route path="reference" element={<ReferencePage />} />
        <Route path="terminals" element={<TerminalsPage />} />
        <Route path="visits" element={<VisitsPage />} />
        <Route path="letters" element={<LettersPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="members" element={<MembersPage />} />
        <Route path="organisations" element={<OrganisationsPage />} />
        <Route path="organisations/new" element={<NewOrganisationPage />} />
        <Route path="organisations/:id" element={<OrganisationPage />} />
        <Route path="*" element={<StaffNotFound />} />
      </Route>
    </Routes>
  )
}
