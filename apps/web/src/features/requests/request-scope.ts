import { myRequestAttachment, requestAttachment } from '@rodnik/contract/request-attachments'
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
import { addressOf } from '../../lib/ask-once.ts'
import { call } from '../../lib/call.ts'
import { headersOf, type Intention } from '../../lib/intention.ts'
import type { Language } from '../../lib/languages.ts'
import type { UploadScope } from '../../lib/send-upload.ts'
import { takeFile } from '../../lib/take-file.ts'
import { type CorrectionScope, guestCorrections, myCorrections } from './corrections/correction-scope.ts'
import type { FileSource } from './wish-scope.ts'

/** What is filed: the fields of a kind as its schema takes them, what goes with it, and where the answer goes. */
export type NewFiling = {
  kind: RequestKindName
  fields: object
  email?: string
  language: Language
  attachmentIds?: string[]
}

/** Whose requests these are: of a guest's entry, or of somebody signed in about one account. */
export type RequestScope = {
  /** The page of the cabinet; its requests are below it. */
  home: string
  key: QueryKey
  uploads: UploadScope
  list: (signal: AbortSignal) => Promise<{ requests: RequestSummary[] }>
  show: (requestId: string, signal: AbortSignal) => Promise<RequestFiled>
  file: (intention: Intention<NewFiling>) => Promise<RequestFiled>
  change: (requestId: string, intention: Intention<AskerWish>) => Promise<RequestView>
  files: (requestId: string) => FileSource
  corrections: CorrectionScope
}

const bodyOf = ({ kind, fields, email, language, attachmentIds }: NewFiling) => ({
  filled: Filled.parse({ kind, fields }),
  ...(email !== undefined && { email }),
  language,
  ...(attachmentIds && { attachmentIds }),
})

export const guestRequests: RequestScope = {
  home: '/cabinet',
  key: ['requests', 'guest'],
  uploads: 'guest',
  list: (signal) => call(listRequests, {}, signal),
  show: (requestId, signal) => call(showRequest, { params: { requestId } }, signal),
  file: ({ key, body }) => call(fileRequest, { headers: headersOf(key), body: bodyOf(body) }),
  change: (requestId, { key, body }) =>
    call(changeRequest, { params: { requestId }, headers: headersOf(key), body }),
  files:
    (requestId) =>
    ({ id: attachmentId }) => {
      const wanted = { params: { requestId, attachmentId } }
      return {
        address: addressOf(requestAttachment, wanted),
        take: () => takeFile(requestAttachment, wanted),
      }
    },
  corrections: guestCorrections,
}

export const myRequests = (accountId: string): RequestScope => ({
  home: `/my/accounts/${accountId}`,
  key: ['requests', accountId],
  uploads: 'person',
  list: (signal) => call(listMyRequests, { params: { accountId } }, signal),
  show: (requestId, signal) => call(showMyRequest, { params: { accountId, requestId } }, signal),
  file: ({ key, body }) =>
    call(fileMyRequest, { params: { accountId }, headers: headersOf(key), body: bodyOf(body) }),
  change: (requestId, { key, body }) =>
    call(changeMyRequest, { params: { accountId, requestId }, headers: headersOf(key), body }),
  files:
    (requestId) =>
    ({ id: attachmentId }) => {
      const wanted = { params: { accountId, requestId, attachmentId } }
      return {
        address: addressOf(myRequestAttachment, wanted),
        take: () => takeFile(myRequestAttachment, wanted),
      }
    },
  corrections: myCorrections(accountId),
})
