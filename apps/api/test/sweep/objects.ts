import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Foreign, ownThings } from './city.ts'
import { FORM_ID } from './notices.ts'

type Own = Awaited<ReturnType<typeof ownThings>>

/**
 * What an id in a path names, by the end of the path that leads to it: the longest that fits. A route whose id is
 * not here fails the sweep. Keep the list sorted.
 */
export const OBJECTS: Record<string, (foreign: Foreign) => string> = {
  'accounts/{accountId}': ({ account }) => account.id,
  'accounts/{accountId}/appointments/{number}': ({ appointments }) => appointments.ofPerson.number,
  'accounts/{accountId}/consumption/meters/{meterId}': ({ meter }) => meter.id,
  'accounts/{accountId}/requests/{requestId}': ({ requests }) => requests.ofPerson,
  'accounts/{accountId}/requests/{requestId}/attachments/{attachmentId}': ({ requests }) =>
    requests.photos.ofPerson,
  'accounts/{accountId}/requests/{requestId}/visits/{visitId}': ({ visits }) => visits.ofPerson,
  'accounts/{id}': ({ account }) => account.id,
  'accounts/{id}/absences/{factId}': ({ flat }) => flat.absenceId,
  'accounts/{id}/interruptions/{factId}': ({ flat }) => flat.interruptionId,
  'accounts/{id}/links/{linkId}': ({ linkId }) => linkId,
  'accounts/{id}/meters/{meterId}': ({ meter }) => meter.id,
  'accounts/{id}/payments/{transaction}': ({ paid }) => paid.transaction,
  'accounts/{id}/recalculations/{recalculationId}': ({ recalculation }) => recalculation.id,
  'answer-templates/{id}': ({ templateId }) => templateId,
  'appointment-topics/{id}': ({ appointments }) => appointments.topicId,
  'appointments/{id}': ({ appointments }) => appointments.id,
  'cabinet/appointments/{number}': ({ appointments }) => appointments.ofGuest.number,
  'cabinet/requests/{requestId}': ({ requests }) => requests.ofGuest,
  'cabinet/requests/{requestId}/attachments/{attachmentId}': ({ requests }) => requests.photos.ofGuest,
  'cabinet/requests/{requestId}/visits/{visitId}': ({ visits }) => visits.ofGuest,
  'cabinet/uploads/{id}': ({ uploads }) => uploads.ofGuest,
  'document-uploads/{id}': ({ uploads }) => uploads.ofLibrary,
  'documents/{id}': ({ notices }) => notices.documentId,
  'exports/{id}': ({ exportId }) => exportId,
  'files/{id}': ({ registry }) => registry.id,
  'helpers/{helperId}': ({ linkId }) => linkId,
  'imports/{id}': ({ importRun }) => importRun.id,
  'imports/{id}/files/{fileId}': ({ importRun }) => importRun.fileId,
  'integrator/accounts/{number}': ({ account }) => account.number,
  'integrators/{id}': ({ integrator }) => integrator.id,
  'integrators/{id}/grants/{grantId}': ({ integrator }) => integrator.grantId,
  'integrators/{id}/secrets/{secretId}': ({ integrator }) => integrator.secretId,
  'invitations/{invitationId}': ({ invitationId }) => invitationId,
  'letters/{id}': ({ letterId }) => letterId,
  'members/{id}': ({ memberId }) => memberId,
  'my/uploads/{id}': ({ uploads }) => uploads.ofPerson,
  'news/{id}': ({ notices }) => notices.newsId,
  'offices/{id}': ({ appointments }) => appointments.officeId,
  'organisations/{id}': ({ organisation }) => organisation.id,
  'organisations/{id}/accounts/{accountId}': ({ organisation }) => organisation.account.id,
  'outages/{id}': ({ notices }) => notices.outageId,
  'payment-differences/{id}': ({ differenceId }) => differenceId,
  'people/{id}': ({ ownerId }) => ownerId,
  'reading-reviews/{meterId}': ({ review }) => review.meterId,
  'reading-reviews/{meterId}/{revision}': ({ review }) => review.revision,
  'register-exports/{id}': ({ kept }) => kept.exportId,
  'requests/{id}': ({ requests }) => requests.ofCorrection,
  'requests/{id}/attachments/{attachmentId}': ({ requests }) => requests.photos.ofCorrection,
  'saved-filters/{id}': ({ kept }) => kept.filterId,
  'sessions/{id}': ({ sessionId }) => sessionId,
  'specialists/{id}': ({ appointments }) => appointments.specialistId,
  'staff/uploads/{id}': ({ uploads }) => uploads.ofStaff,
  'submissions/{number}': ({ number }) => number,
  'terminal-networks/{id}': ({ network }) => network.id,
  'terminals/{network}': ({ network }) => network.code,
  'unmatched/{id}': ({ registry }) => registry.waitingId,
  'visit-exceptions/{id}': ({ visits }) => visits.exceptionId,
  'visits/{id}': ({ visits }) => visits.ofPerson,
  'visits/{id}/photos/{photoId}': ({ visits }) => visits.photoId,
}

/** By the beginning of the path: the account that has what the path asks for. */
export const RICHER: Record<string, (foreign: Foreign) => string> = {
  '/my/accounts/{accountId}/documents': ({ shop }) => shop.account.id,
  '/my/accounts/{accountId}/reconciliation': ({ shop }) => shop.account.id,
  '/staff/accounts/{id}/absences': ({ flat }) => flat.account.id,
  '/staff/accounts/{id}/interruptions': ({ flat }) => flat.account.id,
  '/staff/accounts/{id}/payments': ({ paid }) => paid.account.id,
  '/staff/accounts/{id}/recalculations': ({ recalculation }) => recalculation.account.id,
}

/** What in a path is no object of anybody: a month, a kind of file. Sorted too. */
export const VALUES: Record<string, string> = {
  'acquirers/{acquirer}': 'sber',
  'billing/{period}': '2026-10',
  'bills/{period}': '2026-10',
  'charge-reference/{period}': '2026-10',
  'debts/{profile}': 'sber',
  'documents/{period}': '2026-10',
  'files/{number}': '1',
  'forms/{documentId}': FORM_ID,
  'parts/{part}': '0',
  'reconciliation/{file}': 'act.pdf',
  'reference/{kind}': 'tariff',
  '{kind}/{validFrom}': '2027-01-01',
  '{period}/{file}': 'invoice.pdf',
}

/** The caller's own parent of a foreign child, by the same names. */
export const OWN: Record<string, (own: Own) => string> = {
  'accounts/{accountId}': ({ account }) => account.id,
  'accounts/{accountId}/requests/{requestId}': ({ requestId }) => requestId,
  'accounts/{id}': ({ account }) => account.id,
  'cabinet/requests/{requestId}': ({ requestId }) => requestId,
  'imports/{id}': ({ importRunId }) => importRunId,
  'integrators/{id}': ({ integrator }) => integrator.id,
  'organisations/{id}': ({ organisation }) => organisation.id,
  'reading-reviews/{meterId}': ({ meter }) => meter.id,
  'requests/{id}': ({ requestId }) => requestId,
  'visits/{id}': ({ visitId }) => visitId,
}

/** Another kind of the same thing: an operator may end the rights of residents, not those of the administrator. */
export const WRONG_KIND: Record<string, (foreign: Foreign) => string> = {
  'cabinet/appointments/{number}': ({ appointments }) => appointments.ofPerson.number,
  'cabinet/requests/{requestId}': ({ requests }) => requests.ofPerson,
  'cabinet/uploads/{id}': ({ uploads }) => uploads.ofPerson,
  'members/{id}': ({ ownerId }) => ownerId,
  'my/uploads/{id}': ({ uploads }) => uploads.ofGuest,
  'people/{id}': ({ memberId }) => memberId,
  'staff/uploads/{id}': ({ uploads }) => uploads.ofPerson,
}

const EVERYBODY: readonly StaffRole[] = ['operator', 'clerk', 'inspector', 'administrator']

/**
 * To which roles it is somebody else's though their role opens the path: what one member of staff keeps for themselves,
 * a correction, which clerks work on, and what another inspector records.
 */
export const PERSONAL: Record<string, readonly StaffRole[]> = {
  '/staff/document-uploads/': EVERYBODY,
  '/staff/field/visits/': EVERYBODY,
  '/staff/register-exports/': EVERYBODY,
  '/staff/requests/': ['operator', 'inspector'],
  '/staff/saved-filters/': EVERYBODY,
  '/staff/uploads/': EVERYBODY,
}

/** Open to whoever has the address, by design. */
export const OPEN: Record<string, string> = {
  'GET /charge-reference/{period}': 'tariffs and norms are public',
  'GET /checks/{code}': 'the code on a confirmation is the right to check it',
  'GET /offices/{officeId}/topics/{topicId}/days': 'when offices see people is public',
  'GET /offices/{officeId}/topics/{topicId}/times': 'when offices see people is public',
  'POST /request-status/attachments/{attachmentId}':
    'number and code in the body are the right to the request',
  'POST /request-status/visits/{visitId}/act': 'number and code of the request in the body are the right',
  'GET /public/documents/{documentId}/file': 'the documents of the library are public',
  'GET /public/news/{id}': 'news is public once it is published',
  'GET /payments/{code}': 'the code of the page is the right of whoever opened the order',
}
