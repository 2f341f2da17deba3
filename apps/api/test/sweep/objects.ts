import type { Foreign, ownThings } from './city.ts'

type Own = Awaited<ReturnType<typeof ownThings>>

/**
 * What an id in a path names, by the end of the path that leads to it: the longest that fits. A route whose id is
 * not here fails the sweep. Keep the list sorted.
 */
export const OBJECTS: Record<string, (foreign: Foreign) => string> = {
  'accounts/{accountId}': ({ account }) => account.id,
  'accounts/{id}': ({ account }) => account.id,
  'accounts/{id}/links/{linkId}': ({ linkId }) => linkId,
  'accounts/{id}/payments/{transaction}': ({ paid }) => paid.transaction,
  'accounts/{id}/recalculations/{recalculationId}': ({ recalculation }) => recalculation.id,
  'exports/{id}': ({ exportId }) => exportId,
  'files/{id}': ({ registry }) => registry.id,
  'helpers/{helperId}': ({ linkId }) => linkId,
  'invitations/{invitationId}': ({ invitationId }) => invitationId,
  'letters/{id}': ({ letterId }) => letterId,
  'members/{id}': ({ memberId }) => memberId,
  'organisations/{id}': ({ organisation }) => organisation.id,
  'organisations/{id}/accounts/{accountId}': ({ organisation }) => organisation.account.id,
  'payment-differences/{id}': ({ differenceId }) => differenceId,
  'people/{id}': ({ ownerId }) => ownerId,
  'register-exports/{id}': ({ kept }) => kept.exportId,
  'saved-filters/{id}': ({ kept }) => kept.filterId,
  'sessions/{id}': ({ sessionId }) => sessionId,
  'submissions/{number}': ({ number }) => number,
  'terminal-networks/{id}': ({ network }) => network.id,
  'terminals/{network}': ({ network }) => network.code,
  'unmatched/{id}': ({ registry }) => registry.waitingId,
}

/** By the beginning of the path: the account that has what the path asks for. */
export const RICHER: Record<string, (foreign: Foreign) => string> = {
  '/my/accounts/{accountId}/documents': ({ shop }) => shop.account.id,
  '/my/accounts/{accountId}/reconciliation': ({ shop }) => shop.account.id,
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
  'parts/{part}': '0',
  'reconciliation/{file}': 'act.pdf',
  'reference/{kind}': 'tariff',
  '{kind}/{validFrom}': '2027-01-01',
  '{period}/{file}': 'invoice.pdf',
}

/** The caller's own parent of a foreign child, by the same names. */
export const OWN: Record<string, (own: Own) => string> = {
  'accounts/{accountId}': ({ account }) => account.id,
  'accounts/{id}': ({ account }) => account.id,
  'organisations/{id}': ({ organisation }) => organisation.id,
}

/** Another kind of the same thing: an operator may end the rights of residents, not those of the administrator. */
export const WRONG_KIND: Record<string, (foreign: Foreign) => string> = {
  'members/{id}': ({ ownerId }) => ownerId,
  'people/{id}': ({ memberId }) => memberId,
}

/** Of one member of staff alone: to the others, whatever their roles, they are somebody else's. */
export const PERSONAL: readonly string[] = ['/staff/register-exports/', '/staff/saved-filters/']

/** Open to whoever has the address, by design. */
export const OPEN: Record<string, string> = {
  'GET /charge-reference/{period}': 'tariffs and norms are public',
  'GET /checks/{code}': 'the code on a confirmation is the right to check it',
  'GET /payments/{code}': 'the code of the page is the right of whoever opened the order',
}
