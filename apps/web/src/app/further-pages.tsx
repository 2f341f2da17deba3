import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { Route, Routes } from 'react-router'
import { loadAccountsWords } from '../lib/accounts-words.ts'
import { loadAppointmentsWords } from '../lib/appointments-words.ts'
import { loadAttachmentsWords } from '../lib/attachments-words.ts'
import { loadBillsWords } from '../lib/bills-words.ts'
import { loadCalculatorWords } from '../lib/calculator-words.ts'
import { loadConsentWords } from '../lib/consent-words.ts'
import { loadDocumentsWords } from '../lib/documents-words.ts'
import { loadEntranceWords } from '../lib/entrance-words.ts'
import { loadHistoryWords } from '../lib/history-words.ts'
import { loadLibraryWords } from '../lib/library-words.ts'
import { loadNoticesWords } from '../lib/notices-words.ts'
import { loadPaymentsWords } from '../lib/payments-words.ts'
import { loadProfileWords } from '../lib/profile-words.ts'
import { loadRequestsWords } from '../lib/requests-words.ts'
import { loadServicesWords } from '../lib/services-words.ts'
import { isSurelySignedOut } from '../lib/signed-in-mark.ts'
import { loadTariffsWords } from '../lib/tariffs-words.ts'
import { loadVisitsWords } from '../lib/visits-words.ts'
import { loadWaterWords } from '../lib/water-words.ts'
import { SignInAgain } from '../ui/loaded.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'

/** A page that comes when it is needed, together with the words it says. */
const lazyPage = (loadPage: () => Promise<ComponentType>, loadWords: () => Promise<void>) =>
  lazy(async () => {
    const [Page] = await Promise.all([loadPage(), loadWords()])
    return { default: Page }
  })

const entrance = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadEntranceWords)

const accounts = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadAccountsWords)

const bills = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadBillsWords)

/** The cabinet shows the newest bill. */
const loadWordsOfCabinet = async () => {
  await Promise.all([loadAccountsWords(), loadBillsWords()])
}

/** The history names services as the bill does. */
const loadWordsOfHistory = async () => {
  await Promise.all([loadHistoryWords(), loadBillsWords()])
}

const payments = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadPaymentsWords)

/** Photos and documents may go with a request. */
const loadWordsOfRequests = async () => {
  await Promise.all([loadRequestsWords(), loadAttachmentsWords()])
}
const requests = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadWordsOfRequests)

/** Its lines are explained as those of a bill. */
const loadWordsOfCalculator = async () => {
  await Promise.all([loadCalculatorWords(), loadBillsWords()])
}

/** The profile asks for the password in the words of the entrance. */
const loadWordsOfProfile = async () => {
  await Promise.all([loadProfileWords(), loadEntranceWords()])
}
const profile = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadWordsOfProfile)

const appointments = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadAppointmentsWords)
/** A request may have an inspector to wait for. */
const loadWordsOfRequest = async () => {
  await Promise.all([loadWordsOfRequests(), loadVisitsWords()])
}
const request = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadWordsOfRequest)

const notices = (loadPage: () => Promise<ComponentType>) => lazyPage(loadPage, loadNoticesWords)

const pages = {
  services: lazyPage(
    async () => (await import('../pages/services-page.tsx')).ServicesPage,
    loadServicesWords,
  ),
  consent: lazyPage(async () => (await import('../pages/consent-page.tsx')).ConsentPage, loadConsentWords),
  tariffs: lazyPage(async () => (await import('../pages/tariffs-page.tsx')).TariffsPage, loadTariffsWords),
  calculator: lazyPage(
    async () => (await import('../pages/calculator-page.tsx')).CalculatorPage,
    loadWordsOfCalculator,
  ),
  outages: notices(async () => (await import('../pages/outages-page.tsx')).OutagesPage),
  news: notices(async () => (await import('../pages/news-page.tsx')).NewsPage),
  'news/:id': notices(async () => (await import('../pages/news-page.tsx')).NewsItemPage),
  documents: lazyPage(
    async () => (await import('../pages/documents-page.tsx')).DocumentsPage,
    loadLibraryWords,
  ),
  'my/accounts/:accountId/forms': lazyPage(
    async () => (await import('../pages/forms-page.tsx')).MyFormsPage,
    loadLibraryWords,
  ),
  'cabinet/forms': lazyPage(
    async () => (await import('../pages/forms-page.tsx')).GuestFormsPage,
    loadLibraryWords,
  ),
  login: entrance(async () => (await import('../pages/login-page.tsx')).LoginPage),
  register: entrance(async () => (await import('../pages/register-page.tsx')).RegisterPage),
  activate: entrance(async () => (await import('../pages/activate-page.tsx')).ActivatePage),
  forgot: entrance(async () => (await import('../pages/forgot-page.tsx')).ForgotPage),
  reset: entrance(async () => (await import('../pages/reset-page.tsx')).ResetPage),
  password: entrance(async () => (await import('../pages/password-page.tsx')).PasswordPage),
  business: entrance(async () => (await import('../pages/business-page.tsx')).BusinessPage),
  gosuslugi: entrance(async () => (await import('../pages/gosuslugi-page.tsx')).GosuslugiPage),
  offices: appointments(async () => (await import('../pages/offices-page.tsx')).OfficesPage),
  'cabinet/appointments': appointments(
    async () => (await import('../pages/appointments-page.tsx')).GuestAppointmentsPage,
  ),
  'cabinet/appointments/new/*': appointments(
    async () => (await import('../pages/book-page.tsx')).GuestBookPage,
  ),
  'my/accounts/:accountId/appointments': appointments(
    async () => (await import('../pages/appointments-page.tsx')).MyAppointmentsPage,
  ),
  'my/accounts/:accountId/appointments/new/*': appointments(
    async () => (await import('../pages/book-page.tsx')).MyBookPage,
  ),
  'cabinet/pay': payments(async () => (await import('../pages/pay-page.tsx')).GuestPayPage),
  'payment/:code': payments(async () => (await import('../pages/payment-page.tsx')).PaymentPage),
  'my/pay': payments(async () => (await import('../pages/pay-page.tsx')).MyPayPage),
  my: accounts(async () => (await import('../pages/my/my-page.tsx')).MyPage),
  'my/link': accounts(async () => (await import('../pages/my/link-page.tsx')).LinkPage),
  'my/accounts/:accountId': lazyPage(
    async () => (await import('../pages/my/my-cabinet-page.tsx')).MyCabinetPage,
    loadWordsOfCabinet,
  ),
  'my/accounts/:accountId/bill': bills(async () => (await import('../pages/my/bill-page.tsx')).BillPage),
  'my/accounts/:accountId/bills/:period': bills(
    async () => (await import('../pages/my/bill-page.tsx')).BillPage,
  ),
  'my/accounts/:accountId/history': lazyPage(
    async () => (await import('../pages/my/history-page.tsx')).HistoryPage,
    loadWordsOfHistory,
  ),
  'my/accounts/:accountId/water': lazyPage(
    async () => (await import('../pages/my/water-page.tsx')).WaterPage,
    loadWaterWords,
  ),
  'my/accounts/:accountId/documents': lazyPage(
    async () => (await import('../pages/my/documents-page.tsx')).DocumentsPage,
    loadDocumentsWords,
  ),
  'my/accounts/:accountId/submissions/:number': accounts(
    async () => (await import('../pages/my/my-confirmation-page.tsx')).MyConfirmationPage,
  ),
  'my/accounts/:accountId/settings': accounts(
    async () => (await import('../pages/my/account-settings-page.tsx')).AccountSettingsPage,
  ),
  'cabinet/requests': requests(
    async () => (await import('../pages/requests/requests-page.tsx')).GuestRequestsPage,
  ),
  'cabinet/requests/new/:kind': requests(
    async () => (await import('../pages/requests/new-request-page.tsx')).GuestNewRequestPage,
  ),
  'cabinet/requests/:requestId': request(
    async () => (await import('../pages/requests/request-page.tsx')).GuestRequestPage,
  ),
  'my/accounts/:accountId/requests': requests(
    async () => (await import('../pages/requests/requests-page.tsx')).MyRequestsPage,
  ),
  'my/accounts/:accountId/requests/new/:kind': requests(
    async () => (await import('../pages/requests/new-request-page.tsx')).MyNewRequestPage,
  ),
  'my/accounts/:accountId/requests/:requestId': request(
    async () => (await import('../pages/requests/request-page.tsx')).MyRequestPage,
  ),
  request: request(async () => (await import('../pages/requests/tracking-page.tsx')).TrackingPage),
  'business/request-credentials': requests(
    async () => (await import('../pages/requests/credentials-page.tsx')).CredentialsPage,
  ),
  invitation: accounts(async () => (await import('../pages/my/invitation-page.tsx')).InvitationPage),
  profile: profile(async () => (await import('../pages/my/profile-page.tsx')).ProfilePage),
  'confirm-email': profile(async () => (await import('../pages/my/confirm-email-page.tsx')).ConfirmEmailPage),
}

const OF_A_PERSON = /^(my|profile)\b/

/** Whoever has never signed in here goes to the door at once: a page they cannot have would only flash. */
function ForPersons({ children }: { children: ReactNode }) {
  // Looked at once: signing out on the page itself has a way of its own.
  const [isOut] = useState(isSurelySignedOut)
  return isOut ? <SignInAgain /> : children
}

/** The pages of people with an account of their own, and the answer to an address that leads nowhere. */
export function FurtherPages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        {Object.entries(pages).map(([path, Component]) => (
          <Route
            key={path}
            path={path}
            element={
              OF_A_PERSON.test(path) ? (
                <ForPersons>
                  <Component />
                </ForPersons>
              ) : (
                <Component />
              )
            }
          />
        ))}
        <Route path="*" Component={NotFound} />
      </Routes>
    </Suspense>
  )
}
