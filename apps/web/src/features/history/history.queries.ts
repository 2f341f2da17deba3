import { listMyMonths, listMyOperations, listMyReadings } from '@rodnik/contract/history'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const monthsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['months', accountId],
    queryFn: ({ signal }) => call(listMyMonths, { params: { accountId } }, signal),
  })

const ofYear = (year: string | undefined) => (year === undefined ? {} : { year })

export const operationsQuery = (accountId: string, year: string | undefined) =>
  queryOptions({
    queryKey: ['operations', accountId, year],
    queryFn: ({ signal }) =>
      call(listMyOperations, { params: { accountId }, querystring: ofYear(year) }, signal),
  })

export const readingsQuery = (accountId: string, year: string | undefined) =>
  queryOptions({
    queryKey: ['readings', accountId, year],
    queryFn: ({ signal }) =>
      call(listMyReadings, { params: { accountId }, querystring: ofYear(year) }, signal),
  })
