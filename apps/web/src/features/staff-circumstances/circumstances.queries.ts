import * as contract from '@rodnik/contract/circumstances'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const circumstancesQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'account', id, 'circumstances'],
    queryFn: ({ signal }) => call(contract.showCircumstances, { params: { id } }, signal),
  })

/** What recalculations are owed changes with it, and the log of the card. */
function useChange<Wish>(id: string, change: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['staff', 'account', id] }),
  })
}

export const usePersons = (id: string) =>
  useChange(id, (body: contract.NewPersons) => call(contract.recordPersons, { params: { id }, body }))

export const useAbsence = (id: string) =>
  useChange(id, (body: contract.NewAbsence) => call(contract.recordAbsence, { params: { id }, body }))

export const useReturn = (id: string, factId: string) =>
  useChange(id, (returnedOn: string) =>
    call(contract.recordReturn, { params: { id, factId }, body: { returnedOn } }),
  )

export const useInterruption = (id: string) =>
  useChange(id, (body: contract.NewInterruption) =>
    call(contract.recordInterruption, { params: { id }, body }),
  )

export type Withdrawn = { kind: 'absence' | 'interruption'; factId: string }

export const useWithdrawal = (id: string, { kind, factId }: Withdrawn) =>
  useChange(id, (reason: string) =>
    kind === 'absence'
      ? call(contract.withdrawAbsence, { params: { id, factId }, body: { reason } })
      : call(contract.withdrawInterruption, { params: { id, factId }, body: { reason } }),
  )
