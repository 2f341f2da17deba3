import * as contract from '@rodnik/contract/recalculations'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

type Facts = contract.RecalculationFacts

const listKey = (id: string) => ['staff', 'account', id, 'recalculations'] as const

export const recalculationsQuery = (id: string) =>
  queryOptions({
    queryKey: listKey(id),
    queryFn: ({ signal }) => call(contract.listRecalculations, { params: { id } }, signal),
  })

export const usePreview = (id: string) =>
  useMutation({
    mutationFn: (facts: Facts) => call(contract.previewRecalculation, { params: { id }, body: { facts } }),
  })

function useListChange<Wish>(id: string, change: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    // After a refusal too: somebody else was quicker.
    onSettled: () => queryClient.invalidateQueries({ queryKey: listKey(id) }),
  })
}

export const useNewRecalculation = (id: string) =>
  useListChange(id, (body: { facts: Facts; reason: string }) =>
    call(contract.addRecalculation, { params: { id }, body }),
  )

export const useWithdrawal = (id: string) =>
  useListChange(id, ({ recalculationId, reason }: { recalculationId: string; reason: string }) =>
    call(contract.withdrawRecalculation, { params: { id, recalculationId }, body: { reason } }),
  )
