import { Filled, type RequestKindName } from '@rodnik/contract/request-kinds/index'
import {
  type AskerWish,
  changeMyRequest,
  changeRequest,
  fileMyRequest,
  fileRequest,
  listMyRequests,
  listRequests,
  type RequestFiled,
  type RequestSummary,
  type RequestView,
  showMyRequest,
  showRequest,
} from '@rodnik/contract/requests'
import type { QueryKey } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'
import type { Language } from '../../lib/languages.ts'
import { type CorrectionScope, guestCorrections, myCorrections } from './corrections/correction-scope.ts'

/** What is filed: the fields of a kind as its schema takes them, and where the answer goes. */
export type NewFiling = { kind: RequestKindName; fields: object; email?: string; language: Language }

/** Whose requests these are: of a guest's entry, or of somebody signed in about one account. */
export type RequestScope = {
  /** The page of the cabinet; its requests are below it. */
  home: string
  key: QueryKey
  list: (signal: AbortSignal) => Promise<{ requests: RequestSummary[] }>
  show: (requestId: string, signal: AbortSignal) => Promise<RequestFiled>
  file: (intention: Intention<NewFiling>) => Promise<RequestFiled>
  change: (requestId: string, intention: Intention<AskerWish>) => Promise<RequestView>
  corrections: CorrectionScope
}

const headersOf = (key: string) => ({ 'idempotency-key': key })

const bodyOf = ({ kind, fields, email, language }: NewFiling) => ({
  filled: Filled.parse({ kind, fields }),
  ...(email !== undefined && { email }),
  language,
})

export const guestRequests: RequestScope = {
  home: '/cabinet',
  key: ['requests', 'guest'],
  list: (signal) => call(listRequests, {}, signal),
  show: (requestId, signal) => call(showRequest, { params: { requestId } }, signal),
  file: ({ key, body }) => call(fileRequest, { headers: headersOf(key), body: bodyOf(body) }),
  change: (requestId, { key, body }) =>
    call(changeRequest, { params: { requestId }, headers: headersOf(key), body }),
  corrections: guestCorrections,
}

export const myRequests = (accountId: string): RequestScope => ({
  home: `/my/accounts/${accountId}`,
  key: ['requests', accountId],
  list: (signal) => call(listMyRequests, { params: { accountId } }, signal),
  show: (requestId, signal) => call(showMyRequest, { params: { accountId, requestId } }, signal),
  file: ({ key, body }) =>
    call(fileMyRequest, { params: { accountId }, headers: headersOf(key), body: bodyOf(body) }),
  change: (requestId, { key, body }) =>
    call(changeMyRequest, { params: { accountId, requestId }, headers: headersOf(key), body }),
  corrections: myCorrections(accountId),
})
