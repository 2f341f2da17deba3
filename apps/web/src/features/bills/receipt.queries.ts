import {
  type PaymentCode,
  showCurrentPaymentCode,
  showCurrentReceipt,
  showMyPaymentCode,
  showMyReceipt,
} from '@rodnik/contract/receipts'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { addressOf } from '../../lib/ask-once.ts'
import { call, readyFile } from '../../lib/call.ts'

/** Whose receipt: of an account and month, or the newest one of a guest. */
export type ReceiptOf = { accountId: string; period: string } | 'guest'

type Use = { isKept: boolean; how: (ready: () => Promise<string>) => Promise<void> }

const asked = (isKept: boolean) => (isKept ? { download: '1' as const } : {})

/** The file of a receipt: asked for first, so that a session is renewed and a refusal said in words. */
export function useReceiptFile(of: ReceiptOf) {
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: ({ isKept, how }: Use) =>
      how(() =>
        of === 'guest'
          ? readyFile(showCurrentReceipt, { querystring: asked(isKept) })
          : readyFile(showMyReceipt, { params: of, querystring: asked(isKept) }),
      ),
  })
  const address =
    of === 'guest'
      ? addressOf(showCurrentReceipt, { querystring: {} })
      : addressOf(showMyReceipt, { params: of, querystring: {} })
  return { mutate, isPending, error, address }
}

/** What is owed is asked for anew each time the code is shown: paid is paid. */
export const paymentCodeQuery = (accountId: string | null) =>
  queryOptions({
    queryKey: ['payment-code', accountId],
    queryFn: ({ signal }): Promise<PaymentCode> =>
      accountId === null
        ? call(showCurrentPaymentCode, {}, signal)
        : call(showMyPaymentCode, { params: { accountId } }, signal),
    staleTime: 0,
    gcTime: 0,
  })
