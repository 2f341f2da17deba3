import * as contract from '@rodnik/contract/staff-payments'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const differencesKey = ['staff', 'differences'] as const

/** While the next answer is on its way the days of the last one stay. */
export const differencesQuery = (isClosed: boolean) =>
  queryOptions({
    queryKey: [...differencesKey, isClosed],
    queryFn: ({ signal }) =>
      call(contract.listDifferences, { querystring: isClosed ? { closed: '1' } : {} }, signal),
    placeholderData: keepPreviousData,
  })

function useDifferenceChange<Wish>(change: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: differencesKey }),
  })
}

export const useTaking = (id: string) =>
  useDifferenceChange(() => call(contract.takeDifference, { params: { id }, body: {} }))

export const useClosing = (id: string) =>
  useDifferenceChange((note: string) => call(contract.closeDifference, { params: { id }, body: { note } }))
