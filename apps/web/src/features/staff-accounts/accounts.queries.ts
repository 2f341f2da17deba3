import * as contract from '@rodnik/contract/staff-accounts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const cardKey = (id: string) => ['staff', 'account', id] as const

/** Every look is recorded, so the card is not asked for again by itself. */
export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: cardKey(id),
    queryFn: ({ signal }) => call(contract.showAccountCard, { params: { id } }, signal),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })

function useCardChange<T>(id: string, change: (wish: T) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: cardKey(id) }),
  })
}

export const useHolderRecord = (id: string) =>
  useCardChange(id, (holderName: string) =>
    call(contract.recordHolder, { params: { id }, body: { holderName } }),
  )

export const useAccountlessSwitch = (id: string) =>
  useCardChange(id, (body: { isAllowed: boolean; reason: string }) =>
    call(contract.switchAccountless, { params: { id }, body }),
  )

export const useRightEnd = (id: string) =>
  useCardChange(id, ({ linkId, reason }: { linkId: string; reason: string }) =>
    call(contract.endRight, { params: { id, linkId }, body: { reason } }),
  )

export const useReceiptCode = (id: string) =>
  useMutation({ mutationFn: () => call(contract.tellReceiptCode, { params: { id } }), gcTime: 0 })
