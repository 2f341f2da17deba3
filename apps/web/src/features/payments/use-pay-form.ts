import type { PaymentOffer, PaymentOpened } from '@rodnik/contract/payments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { offerQuery, openOrder, type PayerScope } from './payments.queries.ts'
import {
  type FormFault,
  faultsOf,
  firstTyped,
  paymentBody,
  type TypedPart,
  type TypedPayment,
} from './typed-payment.ts'

/** The form of a payment: what is typed, what is wrong with it, and the way to the bank. */
export function usePayForm(scope: PayerScope, offer: PaymentOffer, chosen: string | null) {
  const { language } = useSpeech()
  const [typed, setTyped] = useState<TypedPayment>(() => firstTyped(offer, chosen))
  const { formRef, faults, showFaults } = useFormFaults()
  const inWords = useFaultWords(offer)
  const order = useOrder(scope)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (order.isPending) return
    const found = Object.entries(faultsOf(offer, typed))
    const said = Object.fromEntries(found.map(([field, fault]) => [field, inWords(fault)]))
    if (showFaults(said)) order.mutate(paymentBody(offer, typed, language))
  }
  const change = (accountId: string, to: Partial<TypedPart>) =>
    setTyped((now) => {
      const part = now.parts[accountId]
      return part ? { ...now, parts: { ...now.parts, [accountId]: { ...part, ...to } } } : now
    })

  return {
    formRef,
    typed,
    faults,
    error: order.error,
    // The page of the bank takes a moment to open, and the button must not be pressed meanwhile.
    isSending: order.isPending || order.isSuccess,
    change,
    choose: (to: Partial<Pick<TypedPayment, 'method' | 'email'>>) => setTyped((now) => ({ ...now, ...to })),
    onSubmit,
  }
}
export type PayForm = Omit<ReturnType<typeof usePayForm>, 'formRef'>

function useFaultWords({ leastKopecks, mostKopecks }: PaymentOffer) {
  const { faults: say } = usePaymentsWords()
  const { money } = useBillFormat()
  return (fault: FormFault): string => {
    if (fault === 'tooSmall') return say.tooSmall(money(leastKopecks))
    if (fault === 'tooLarge') return say.tooLarge(money(mostKopecks))
    return say[fault]
  }
}

const INTENTION = 'payment'

/** Opens an order once, however often the button is pressed, and goes where it is paid. */
function useOrder(scope: PayerScope) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Parameters<typeof openOrder>[1]['body']) =>
      openOrder(scope, intentionFor(INTENTION, body, JSON.stringify(body))),
    onSuccess: (opened) => {
      settleIntention(INTENTION)
      leaveFor(opened, (path) => void navigate(path))
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : 'internal_error'
      if (!isUndecided(code)) settleIntention(INTENTION)
      if (code === 'payment_sum_changed') void queryClient.invalidateQueries(offerQuery(scope))
    },
  })
}

/** A card is paid with at the bank, СБП on our page of the payment; so is an order that the bank still prepares. */
function leaveFor({ code, payment }: PaymentOpened, navigate: (path: string) => void): void {
  if (payment.method === 'card' && payment.payUrl !== null) location.assign(payment.payUrl)
  else navigate(`/payment/${code}`)
}
