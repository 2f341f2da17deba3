import type { PaymentView } from '@rodnik/contract/payments'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { PaymentProgress } from '../features/payments/payment-progress.tsx'
import { paymentQuery } from '../features/payments/payments.queries.ts'
import { usePaymentsWords } from '../lib/payments-words.ts'
import { useSession } from '../lib/session.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/bills.css'
import '../ui/styles/confirmation.css'
import '../ui/styles/payments.css'

/** Where the bank sends the payer back: what counts is what the bank says to us, not that they came. */
export function PaymentPage() {
  const { code = '' } = useParams()
  const { page: say } = usePaymentsWords()
  const query = useQuery(paymentQuery(code))
  return (
    <Loaded query={query} missing={<Page title={say.missing.title} lead={say.missing.text} />}>
      {(payment) => <PaymentIs payment={payment} />}
    </Loaded>
  )
}

function PaymentIs({ payment }: { payment: PaymentView }) {
  const { page: say } = usePaymentsWords()
  const isPerson = useSession() !== null
  useFreshDebts(payment.state === 'paid')
  const home = isPerson ? { pay: '/my/pay', bill: '/my' } : { pay: '/cabinet/pay', bill: '/cabinet' }
  return (
    <Page title={titleOf(payment, say.title)}>
      <PaymentProgress payment={payment} home={home} />
    </Page>
  )
}

function titleOf(
  { state, qrText }: PaymentView,
  say: Record<'waiting' | 'sbp' | 'paid' | 'failed' | 'expired', string>,
) {
  if (state === 'paid' || state === 'failed' || state === 'expired') return say[state]
  return qrText === null ? say.waiting : say.sbp
}

/** Bills that were loaded before the payment say what is owed no more. */
function useFreshDebts(isPaid: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (isPaid) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'payment' })
  }, [isPaid, queryClient])
}
