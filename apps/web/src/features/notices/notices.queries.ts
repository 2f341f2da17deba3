import { listNews, showNews } from '@rodnik/contract/news'
import { listGuestOutages, listMyOutages, listOutages } from '@rodnik/contract/outages'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export type Asked = { street: string; house: string }

const orNothing = (typed: string) => (typed === '' ? undefined : typed)

export const outagesQuery = ({ street, house }: Asked) =>
  queryOptions({
    queryKey: ['outages', street, house],
    queryFn: ({ signal }) =>
      call(listOutages, { querystring: { street: orNothing(street), house: orNothing(house) } }, signal),
    placeholderData: keepPreviousData,
  })

export const myOutagesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['my', accountId, 'outages'],
    queryFn: ({ signal }) => call(listMyOutages, { params: { accountId } }, signal),
  })

export const guestOutagesQuery = queryOptions({
  queryKey: ['cabinet', 'outages'],
  queryFn: ({ signal }) => call(listGuestOutages, {}, signal),
})

export const newsQuery = queryOptions({
  queryKey: ['news'],
  queryFn: ({ signal }) => call(listNews, {}, signal),
})

export const newsItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['news', id],
    queryFn: ({ signal }) => call(showNews, { params: { id } }, signal),
  })
