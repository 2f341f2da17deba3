import { showMyCabinet, showMySubmission, submitMyReadings } from '@rodnik/contract/my-accounts'
import { queryOptions } from '@tanstack/react-query'
import type { CabinetScope } from '../../lib/cabinet-scope.ts'
import { call } from '../../lib/call.ts'

const cabinetKey = (accountId: string) => ['my-cabinet', accountId]
const submissionKey = (accountId: string, number: string) => ['my-submission', accountId, number]

export const myCabinetQuery = (accountId: string) =>
  queryOptions({
    queryKey: cabinetKey(accountId),
    queryFn: ({ signal }) => call(showMyCabinet, { params: { accountId } }, signal),
  })

export const mySubmissionQuery = (accountId: string, number: string) =>
  queryOptions({
    queryKey: submissionKey(accountId, number),
    queryFn: ({ signal }) => call(showMySubmission, { params: { accountId, number } }, signal),
  })

/** The cabinet of somebody signed in, for the table that guests use too. */
export const myScope = (accountId: string): CabinetScope => ({
  home: `/my/accounts/${accountId}`,
  cabinetKey: cabinetKey(accountId),
  submissionKey: (number) => submissionKey(accountId, number),
  send: ({ key, body }) =>
    call(submitMyReadings, { params: { accountId }, headers: { 'idempotency-key': key }, body }),
})
