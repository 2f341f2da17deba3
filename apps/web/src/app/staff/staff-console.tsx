import { lazy, type ReactElement, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { loadRequestsWords } from '../../lib/requests-words.ts'
import { StaffAccountPage } from '../../pages/staff/account-page.tsx'
import { AnswerTemplatesPage } from '../../pages/staff/answer-templates-page.tsx'
import { AuditPage } from '../../pages/staff/audit-page.tsx'
import { AuthenticatorPage } from '../../pages/staff/authenticator-page.tsx'
import { BillingPage } from '../../pages/staff/billing-page.tsx'
import { StaffCodePage } from '../../pages/staff/code-page.tsx'
import { DifferencesPage } from '../../pages/staff/differences-page.tsx'
import { DocumentsDeskPage } from '../../pages/staff/documents-desk-page.tsx'
import { ImportPage } from '../../pages/staff/import-page.tsx'
import { ImportsPage } from '../../pages/staff/imports-page.tsx'
import { IntegratorPage } from '../../pages/staff/integrator-page.tsx'
import { IntegratorsPage } from '../../pages/staff/integrators-page.tsx'
import { LettersPage } from '../../pages/staff/letters-page.tsx'
import { StaffLoginPage } from '../../pages/staff/login-page.tsx'
import { MembersPage } from '../../pages/staff/members-page.tsx'
import { NewOrganisationPage } from '../../pages/staff/new-organisation-page.tsx'
import { NewsDeskPage } from '../../pages/staff/news-desk-page.tsx'
import { OrganisationPage } from '../../pages/staff/organisation-page.tsx'
import { OrganisationsPage } from '../../pages/staff/organisations-page.tsx'
import { OutagePage } from '../../pages/staff/outage-page.tsx'
import { OutagesPage } from '../../pages/staff/outages-page.tsx'
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

/** By their addresses. */
const pages: Record<string, ReactElement> = {
  'accounts/:id': <StaffAccountPage />,
  'accounts/:id/new-request/:kind?': <ForCaller />,
  requests: <RequestsPage />,
  'requests/:id': <RequestPage />,
  'answer-templates': <AnswerTemplatesPage />,
  reviews: <ReviewsPage />,
  'people/:id': <PersonPage />,
  'registers/accounts': <RegisterPage key="accounts" register="accounts" />,
  'registers/meters': <RegisterPage key="meters" register="meters" />,
  billing: <BillingPage />,
  registries: <RegistriesPage />,
  'registries/files/:id': <RegistryFilePage />,
  'registries/unmatched': <UnmatchedPage />,
  'registries/statements': <StatementsPage />,
  imports: <ImportsPage />,
  'imports/:id': <ImportPage />,
  payments: <PaymentsPage />,
  differences: <DifferencesPage />,
  appointments: <QueuePage />,
  schedules: <SchedulesPage />,
  'schedules/new': <NewOfficePage />,
  'schedules/:id': <SchedulePage />,
  reference: <ReferencePage />,
  terminals: <TerminalsPage />,
  integrators: <IntegratorsPage />,
  'integrators/:id': <IntegratorPage />,
  visits: <VisitsPage />,
  outages: <OutagesPage />,
  'outages/:id': <OutagePage />,
  news: <NewsDeskPage />,
  documents: <DocumentsDeskPage />,
  letters: <LettersPage />,
  audit: <AuditPage />,
  members: <MembersPage />,
  organisations: <OrganisationsPage />,
  'organisations/new': <NewOrganisationPage />,
  'organisations/:id': <OrganisationPage />,
}

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
        {Object.entries(pages).map(([path, page]) => (
          <Route key={path} path={path} element={page} />
        ))}
        <Route path="*" element={<StaffNotFound />} />
      </Route>
    </Routes>
  )
}
