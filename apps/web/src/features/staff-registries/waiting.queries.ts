import * as contract from '@rodnik/contract/staff-unmatched'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const waitingKey = ['staff', 'unmatched'] as const

export type WaitingFilter = { amountKopecks?: string; paidOn?: string }

export const waitingQuery = (filter: WaitingFilter) =>
  infiniteQueryOptions({
    queryKey: [...waitingKey, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        contract.listWaitingPayments,
        { querystring: { ...filter, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const suggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'suggestions', id],
    queryFn: ({ signal }) => call(contract.suggestAccounts, { params: { id } }, signal),
  })

function useSettling<Wish>(settle: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: settle,
    // After a refusal too: a colleague has settled it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: waitingKey }),
  })
}

export const useMatch = (id: string) =>
  useSettling((body: { accountNumber: string; reason: string }) =>
    call(contract.matchPayment, { params: { id }, body }),
  )

export const useReturn = (id: string) =>
  useSettling((reason: string) => call(contract.returnPayment, { params: { id }, body: { reason } }))
