import type { CreditedPayment, PaymentCorrection } from '@rodnik/contract/staff-payments'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { CorrectionLine } from './correction-line.tsx'

export type WishedCorrection = { transaction: string; kind: PaymentCorrection['kind'] }

/** Undefined: the role may only look. */
type OnCorrect = ((wish: WishedCorrection) => void) | undefined
type Props = { payments: readonly CreditedPayment[]; onCorrect: OnCorrect }

export function CreditedTable({ payments, onCorrect }: Props) {
  const { credited: words } = useStaffWords().payments
  const { day, channel, amount, left, corrections, change } = words.columns
  return (
    <TableFrame
      label={words.title}
      columns={[day, channel, amount, left, corrections, ...(onCorrect ? [change] : [])]}
    >
      {payments.map((payment) => (
        <Line key={payment.transaction} payment={payment} onCorrect={onCorrect} />
      ))}
    </TableFrame>
  )
}

function Line({ payment, onCorrect }: { payment: CreditedPayment; onCorrect: OnCorrect }) {
  const { credited: words } = useStaffWords().payments
  const { format } = useSpeech()
  const { paidOn, channel, number, amountKopecks, leftKopecks, corrections } = payment
  return (
    <tr>
      <th scope="row">{format.date(paidOn)}</th>
      <td>
        {words.channels[channel]}
        {number !== null && (
          <div>
            <Link className="nowrap" to={`/staff/payments?find=${number}`}>
              {number}
            </Link>
          </div>
        )}
      </td>
      <td className="number">{format.money(amountKopecks)}</td>
      <td className="number">{leftKopecks > 0 ? format.money(leftKopecks) : words.nothingLeft}</td>
      <td>
        {corrections.map((correction) => (
          <CorrectionLine key={correction.id} correction={correction} />
        ))}
      </td>
      {onCorrect && <td>{leftKopecks > 0 && <Ways payment={payment} onCorrect={onCorrect} />}</td>}
    </tr>
  )
}

type WaysProps = { payment: CreditedPayment; onCorrect: (wish: WishedCorrection) => void }

/** Only what was paid on the site goes back through its bank; anything can be moved. */
function Ways({ payment, onCorrect }: WaysProps) {
  const { correction: words } = useStaffWords().payments
  const { format } = useSpeech()
  const kinds = payment.channel === 'site' ? (['refund', 'transfer'] as const) : (['transfer'] as const)
  const which = words.whole(format.date(payment.paidOn), format.money(payment.amountKopecks))
  return (
    <div className="row-actions">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="tool"
          aria-label={`${words[kind].button}. ${which}`}
          onClick={() => onCorrect({ transaction: payment.transaction, kind })}
        >
          {words[kind].button}
        </button>
      ))}
    </div>
  )
}
