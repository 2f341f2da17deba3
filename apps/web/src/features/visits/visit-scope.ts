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
import { call } from '../../lib/call.ts'
import { headersOf, type Intention } from '../../lib/intention.ts'
import type { Picture } from '../../lib/picture.queries.ts'
import { takeFile } from '../../lib/take-file.ts'

/** Whose request it is: of a guest's entry, of somebody signed in about one account, of whoever has its code. */
export type VisitScope = {
  key: readonly unknown[]
  /** `typed`: the answer to the picture, where one is asked for. */
  show: (signal: AbortSignal, typed: FormData) => Promise<RequestVisits>
  change: (intention: Intention<VisitWish>, typed: FormData) => Promise<RequestVisits>
  takeAct: (act: { visitId: string; number: string }, typed: FormData) => Promise<void>
  /** Without signing in the digits of a picture may be asked for. */
  picture?: Picture
  /** The act is an extract: a guest has proved nothing but an address. */
  isExtract: boolean
}

export const guestVisits = (requestId: string): VisitScope => ({
  key: ['visits', requestId],
  show: (signal) => call(showVisits, { params: { requestId } }, signal),
  change: ({ key, body }) => call(changeVisit, { params: { requestId }, headers: headersOf(key), body }),
  takeAct: ({ visitId }) => takeFile(downloadAct, { params: { requestId, visitId } }),
  isExtract: true,
})

export const myVisits = (accountId: string, requestId: string): VisitScope => ({
  key: ['visits', requestId],
  show: (signal) => call(showMyVisits, { params: { accountId, requestId } }, signal),
  change: ({ key, body }) =>
    call(changeMyVisit, { params: { accountId, requestId }, headers: headersOf(key), body }),
  takeAct: ({ visitId }) => takeFile(downloadMyAct, { params: { accountId, requestId, visitId } }),
  isExtract: false,
})
