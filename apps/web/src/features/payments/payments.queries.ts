import {
  type NewPayment,
  showMyPaymentOffer,
  showPayment,
  showPaymentOffer,
  startMyPayment,
  startPayment,
} from '@rodnik/contract/payments'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'

/** Who pays: somebody signed in, or a guest for the account of the entry. */
export type PayerScope = 'my' | 'cabinet'

/** Asked for anew each time: a debt that is paid must not be shown again. */
export const offerQuery = (scope: PayerScope) =>
  queryOptions({
    queryKey: ['payment-offer', scope],
    queryFn: ({ signal }) =>
      scope === 'my' ? call(showMyPaymentOffer, {}, signal) : call(showPaymentOffer, {}, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const openOrder = (scope: PayerScope, { key, body }: Intention<NewPayment>) => {
  const request = { headers: { 'idempotency-key': key }, body }
  return scope === 'my' ? call(startMyPayment, request) : call(startPayment, request)
}

const [SOON_MS, LATER_MS] = [2000, 10_000]
/** After a minute nobody watches the page that closely. */
const SOON_TIMES = 30

/** What has become of a payment, looked at again and again until it is decided. */
export const paymentQuery = (code: string) =>
  queryOptions({
    queryKey: ['payment', code],
    queryFn: ({ signal }) => call(showPayment, { params: { code } }, signal),
    staleTime: 0,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (data?.state !== 'created' && data?.state !== 'pending') return false
      return dataUpdateCount > SOON_TIMES ? LATER_MS : SOON_MS
    },
  })
