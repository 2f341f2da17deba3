import * as contract from '@rodnik/contract/staff-billing'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const monthsKey = ['staff', 'billing'] as const
const LOOK_MS = 2000

type Months = { months: contract.BillingMonth[]; next: string }

/** While the worker is at a month its progress is looked at again and again. */
const isAtWork = (found: Months | undefined) =>
  found?.months.some(({ state, isBeingFinalised }) => state === 'drafting' || isBeingFinalised) ?? false

export const monthsQuery = queryOptions({
  queryKey: monthsKey,
  queryFn: ({ signal }) => call(contract.listBillingMonths, {}, signal),
  refetchInterval: ({ state }) => (isAtWork(state.data) ? LOOK_MS : false),
})

export const reportQuery = ({ period, draftedAt }: contract.BillingMonth) =>
  queryOptions({
    queryKey: [...monthsKey, period, draftedAt],
    queryFn: ({ signal }) => call(contract.showBillingMonth, { params: { period } }, signal),
  })

function useMonthChange<Wish>(change: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    // After a refusal too: somebody else has gone on with the month.
    onSettled: () => queryClient.invalidateQueries({ queryKey: monthsKey, exact: true }),
  })
}

export const useDraft = (period: string) =>
  useMonthChange((isAnew: boolean) =>
    call(contract.draftBillingMonth, { params: { period }, body: { isAnew } }),
  )

export const useFinal = (period: string) =>
  useMonthChange(() => call(contract.finaliseBillingMonth, { params: { period } }))
