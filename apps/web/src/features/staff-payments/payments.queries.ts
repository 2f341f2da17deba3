import type { SitePaymentFilter } from '@rodnik/contract/staff-payments'
import * as contract from '@rodnik/contract/staff-payments'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, call, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'

const creditedKey = (accountId: string) => ['staff', 'account', accountId, 'payments'] as const
const LOOK_MS = 5000

type Credited = { payments: contract.CreditedPayment[] }

const waitsForBank = (found: Credited | undefined) =>
  found?.payments.some(({ corrections }) => corrections.some(({ state }) => state === 'asked')) ?? false

/** While a refund waits for its bank it is looked at again and again. */
export const creditedQuery = (accountId: string) =>
  queryOptions({
    queryKey: creditedKey(accountId),
    queryFn: ({ signal }) => call(contract.listCreditedPayments, { params: { id: accountId } }, signal),
    refetchInterval: ({ state }) => (waitsForBank(state.data) ? LOOK_MS : false),
  })

export type Wish = {
  transaction: string
  amountKopecks: number
  reason: string
  toAccountNumber?: string
  isDoneAtBank?: boolean
}

const INTENTION = 'payment-correction'

/** Gives money back, or moves it when another account is named. */
export function useCorrection(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (wish: Wish) => {
      const { key, body: sent } = intentionFor(INTENTION, wish, JSON.stringify(wish))
      const { transaction, toAccountNumber, ...body } = sent
      const [params, headers] = [{ id: accountId, transaction }, { 'idempotency-key': key }]
      try {
        const done = await (toAccountNumber === undefined
          ? call(contract.refundPayment, { params, headers, body })
          : call(contract.transferPayment, { params, headers, body: { ...body, toAccountNumber } }))
        settleIntention(INTENTION)
        return done
      } catch (reason) {
        // Without an answer the same wish goes out under the same key: nothing is given back twice.
        if (!(reason instanceof ApiError) || !isUndecided(reason.code)) settleIntention(INTENTION)
        throw reason
      }
    },
    // After a refusal too: somebody else has put the payment right.
    onSettled: () => queryClient.invalidateQueries({ queryKey: creditedKey(accountId) }),
  })
}

export type SiteSearch = { find: string; only: SitePaymentFilter | undefined }

/** While the next answer is on its way the last one stays. */
export const sitePaymentsQuery = ({ find, only }: SiteSearch) =>
  queryOptions({
    queryKey: ['staff', 'payments', find, only ?? 'all'],
    queryFn: ({ signal }) =>
      call(
        contract.listSitePayments,
        { querystring: { ...(find !== '' && { find }), ...(only && { only }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
