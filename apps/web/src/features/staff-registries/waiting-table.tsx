import type { WaitingPayment } from '@rodnik/contract/staff-unmatched'
import { useState } from 'react'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { MatchDialog } from './match-dialog.tsx'
import { useReturn } from './waiting.queries.ts'

export function WaitingTable({ payments }: { payments: WaitingPayment[] }) {
  const { columns, list } = useStaffWords().registries.unmatched
  const { paid, account, payer, amount, file, action } = columns
  return (
    <TableFrame label={list} columns={[paid, account, payer, amount, file, action]}>
      {payments.map((payment) => (
        <WaitingRow key={payment.id} payment={payment} />
      ))}
    </TableFrame>
  )
}

function WaitingRow({ payment }: { payment: WaitingPayment }) {
  const { unmatched: words } = useStaffWords().registries
  const { format } = useSpeech()
  const { date } = useCityTime()
  const { accountNumber, period, amountKopecks } = payment
  return (
    <tr>
      <th scope="row">
        {date(payment.paidOn)}
        {period !== null && <div className="unknown">{words.month(format.monthOfYear(period))}</div>}
      </th>
      <td className="nowrap">
        {accountNumber === '' ? words.noAccount : accountNumberOnPaper(accountNumber)}
      </td>
      <td>
        {payment.payerName}
        {payment.payerAddress !== null && <div className="unknown">{payment.payerAddress}</div>}
      </td>
      <td className="nowrap">{format.money(amountKopecks)}</td>
      <td>
        {payment.fileName}
        <div className="unknown">{words.line(payment.line)}</div>
      </td>
      <td>
        <Settle payment={payment} />
      </td>
    </tr>
  )
}

function Settle({ payment }: { payment: WaitingPayment }) {
  const { unmatched: words } = useStaffWords().registries
  const { format } = useSpeech()
  const [open, setOpen] = useState<'match' | 'return' | null>(null)
  const money = format.money(payment.amountKopecks)
  const onClose = () => setOpen(null)
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label={`${words.match}: ${money}`}
        onClick={() => setOpen('match')}
      >
        {words.match}
      </button>{' '}
      <button
        type="button"
        className="tool"
        aria-label={`${words.giveBack}: ${money}`}
        onClick={() => setOpen('return')}
      >
        {words.giveBack}
      </button>
      {open === 'match' && <MatchDialog payment={payment} onClose={onClose} />}
      {open === 'return' && <ReturnDialog payment={payment} onClose={onClose} />}
    </>
  )
}

function ReturnDialog({ payment, onClose }: { payment: WaitingPayment; onClose: () => void }) {
  const { giving, refusals } = useStaffWords().registries
  const { format } = useSpeech()
  const { mutate, error, isPending } = useReturn(payment.id)
  return (
    <ReasonDialog
      title={giving.title}
      text={giving.text(format.money(payment.amountKopecks))}
      error={error}
      isPending={isPending}
      said={refusals}
      onReason={(reason) => mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
