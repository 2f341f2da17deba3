import type { PaymentView } from '@rodnik/contract/payments'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useCityTime } from '../../lib/use-city-time.ts'

/** The sum, what it is for, the number to quote. */
export function PaymentFacts({ payment }: { payment: PaymentView }) {
  const say = usePaymentsWords()
  const { money } = useBillFormat()
  const { moment } = useCityTime()
  const { page } = say
  return (
    <dl className="details card">
      <dt>{page.sum}</dt>
      <dd>
        <b className="sum">{money(payment.amountKopecks)}</b>
      </dd>
      <dt>{page.parts}</dt>
      <dd>
        {payment.parts.map(({ accountNumber, amountKopecks }) => (
          <span className="part" key={accountNumber}>
            {say.account(accountNumberOnPaper(accountNumber))}
            {payment.parts.length > 1 && `: ${money(amountKopecks)}`}
          </span>
        ))}
      </dd>
      {payment.paidAt !== null && (
        <>
          <dt>{page.when}</dt>
          <dd>{moment(payment.paidAt)}</dd>
        </>
      )}
      <dt>{page.number}</dt>
      <dd>{payment.number}</dd>
    </dl>
  )
}
