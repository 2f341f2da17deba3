import * as news from '@rodnik/contract/staff-news'
import * as outages from '@rodnik/contract/staff-outages'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { useKeyedMutation } from '../../lib/use-keyed-mutation.ts'

const outagesKey = ['staff', 'outages'] as const
const newsKey = ['staff', 'news'] as const

export const outagesQuery = queryOptions({
  queryKey: outagesKey,
  queryFn: ({ signal }) => call(outages.listStaffOutages, {}, signal),
})

export const outageQuery = (id: string) =>
  queryOptions({
    queryKey: [...outagesKey, id],
    queryFn: ({ signal }) => call(outages.showStaffOutage, { params: { id } }, signal),
    staleTime: 0,
  })

export const useReach = () =>
  useMutation({
    mutationFn: (streets: outages.OutageNotice['streets']) =>
      call(outages.previewOutage, { body: { streets } }),
  })

export const useNewOutage = () =>
  useKeyedMutation({
    name: 'intention.outage',
    key: outagesKey,
    send: (body: outages.OutageNotice, headers) => call(outages.addOutage, { headers, body }),
  })

/** Whatever came of it, what is saved now is loaded anew: a colleague may have been quicker. */
function useNoticeMutation<Wish, Answer>(key: readonly string[], change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}

export const useOutageChange = (id: string) =>
  useNoticeMutation(outagesKey, (body: { version: number; notice: outages.OutageNotice }) =>
    call(outages.changeOutage, { params: { id }, body }),
  )

export const useOutageEnd = (id: string) =>
  useNoticeMutation(outagesKey, (body: { version: number; endedAt: string }) =>
    call(outages.endOutage, { params: { id }, body }),
  )

export const useOutageCancel = (id: string) =>
  useNoticeMutation(outagesKey, (body: { version: number; reason: string }) =>
    call(outages.cancelOutage, { params: { id }, body }),
  )

export const newsQuery = queryOptions({
  queryKey: newsKey,
  queryFn: ({ signal }) => call(news.listStaffNews, {}, signal),
})

export const useNewNews = () =>
  useKeyedMutation({
    name: 'intention.news',
    key: newsKey,
    send: (body: news.NewsText, headers) => call(news.addNews, { headers, body }),
  })

export const useNewsChange = (id: string) =>
  useNoticeMutation(newsKey, (body: { version: number; news: news.NewsText }) =>
    call(news.changeNews, { params: { id }, body }),
  )

type Step = { id: string; version: number; step: 'publish' | 'withdraw' }

export const useNewsStep = () =>
  useNoticeMutation(newsKey, ({ id, version, step }: Step) =>
    call(step === 'publish' ? news.publishNews : news.withdrawNews, { params: { id }, body: { version } }),
  )
