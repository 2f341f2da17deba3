import { listMyBills, showCurrentBill, showMyBill } from '@rodnik/contract/bills'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const billsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['bills', accountId],
    queryFn: ({ signal }) => call(listMyBills, { params: { accountId } }, signal),
  })

export const billQuery = (accountId: string, period: string) =>
  queryOptions({
    queryKey: ['bill', accountId, period],
    queryFn: ({ signal }) => call(showMyBill, { params: { accountId, period } }, signal),
  })

export const guestBillQuery = queryOptions({
  queryKey: ['guest-bill'],
  queryFn: ({ signal }) => call(showCurrentBill, {}, signal),
})
