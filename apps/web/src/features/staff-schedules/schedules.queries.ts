import * as contract from '@rodnik/contract/staff-offices'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const officeListQuery = queryOptions({
  queryKey: ['staff', 'offices'],
  queryFn: ({ signal }) => call(contract.listStaffOffices, {}, signal),
})

/** Asked for anew each time: whoever saves names the version they have seen. */
export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'schedule', id],
    queryFn: ({ signal }) => call(contract.showSchedule, { params: { id } }, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

const topicsKey = ['staff', 'appointment-topics']

export const topicsQuery = queryOptions({
  queryKey: topicsKey,
  queryFn: ({ signal }) => call(contract.listTopics, {}, signal),
})

export const usePreview = (id: string) =>
  useMutation({
    mutationFn: (body: contract.OfficePlan) => call(contract.previewSchedule, { params: { id }, body }),
  })

const useOfficeChange = <Wish, Answer>(change: (wish: Wish) => Promise<Answer>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: officeListQuery.queryKey }),
  })
}

export const useSchedule = (id: string) =>
  useOfficeChange((body: { version: number; plan: contract.OfficePlan }) =>
    call(contract.changeSchedule, { params: { id }, body }),
  )

export const useNewOffice = () =>
  useOfficeChange((body: contract.OfficePlan) => call(contract.addOffice, { body }))

/** With an id an existing topic, without a new one. */
export function useTopic(id: string | null) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: contract.TopicTerms) =>
      id === null ? call(contract.addTopic, { body }) : call(contract.changeTopic, { params: { id }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: topicsKey }),
  })
}
