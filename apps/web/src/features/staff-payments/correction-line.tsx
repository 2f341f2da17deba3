import type { PaymentCorrection } from '@rodnik/contract/staff-payments'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'

/** What was done to a payment, by whom and why. */
export function CorrectionLine({ correction }: { correction: PaymentCorrection }) {
  const { credited: words } = useStaffWords().payments
  const { moment } = useCityTime()
  const { reason, askedBy, askedAt, refusal } = correction
  return (
    <div className="correction">
      <Outcome correction={correction} />
      {refusal !== null && <div>{refusal}</div>}
      <div className="unknown">{reason}</div>
      <div className="unknown">{words.asked(askedBy ?? words.somebody, moment(askedAt))}</div>
    </div>
  )
}

function Outcome({ correction: { kind, state, amountKopecks, ...to } }: { correction: PaymentCorrection }) {
  const { credited: words } = useStaffWords().payments
  const { format } = useSpeech()
  const sum = format.money(amountKopecks)
  if (kind === 'transfer') {
    return (
      <div>
        {words.moved(sum)}{' '}
        <Link className="nowrap" to={`/staff/accounts/${to.toAccountId ?? ''}`}>
          {accountNumberOnPaper(to.toAccountNumber ?? '')}
        </Link>
      </div>
    )
  }
  if (state === 'done') return <div>{words.refund.done(sum)}</div>
  return (
    <div>
      <span className={`tag ${state === 'refused' ? 'stop' : 'warn'}`}>{words.refund[state](sum)}</span>
    </div>
  )
}
