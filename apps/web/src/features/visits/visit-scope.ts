import {
  changeMyVisit,
  changeVisit,
  downloadAct,
  downloadMyAct,
  type RequestVisits,
  showMyVisits,
  showVisits,
  type VisitWish,
} from '@rodnik/contract/visits'
import { call, readyFile } from '../../lib/call.ts'
import { headersOf, type Intention } from '../../lib/intention.ts'

/** Whose request it is: of a guest's entry, or of somebody signed in about one account. */
export type VisitScope = {
  key: readonly string[]
  show: (signal: AbortSignal) => Promise<RequestVisits>
  change: (intention: Intention<VisitWish>) => Promise<RequestVisits>
  act: (visitId: string) => Promise<string>
  /** The act is an extract: a guest has proved nothing but an address. */
  isExtract: boolean
}

export const guestVisits = (requestId: string): VisitScope => ({
  key: ['visits', requestId],
  show: (signal) => call(showVisits, { params: { requestId } }, signal),
  change: ({ key, body }) => call(changeVisit, { params: { requestId }, headers: headersOf(key), body }),
  act: (visitId) => readyFile(downloadAct, { params: { requestId, visitId } }),
  isExtract: true,
})

export const myVisits = (accountId: string, requestId: string): VisitScope => ({
  key: ['visits', requestId],
  show: (signal) => call(showMyVisits, { params: { accountId, requestId } }, signal),
  change: ({ key, body }) =>
    call(changeMyVisit, { params: { accountId, requestId }, headers: headersOf(key), body }),
  act: (visitId) => readyFile(downloadMyAct, { params: { accountId, requestId, visitId } }),
  isExtract: false,
})
