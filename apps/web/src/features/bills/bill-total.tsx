import type { Bill, GuestBill } from '@rodnik/contract/bills'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import '../../ui/styles/confirmation.css'

/** What was charged, by when it is to be paid, and what is owed with everything before and after. */
export function BillTotal({ bill }: { bill: Bill | GuestBill }) {
  const { total: say } = useBillsWords()
  const { month, day, money } = useBillFormat()
  const { period, totalKopecks, dueOn, owed } = bill
  return (
    <dl className="details bill-total">
      <dt>{say.owed}</dt>
      <dd>
        <b className="sum">{money(owed.toPayKopecks)}</b>
        {owed.penaltyKopecks > 0 && (
          <span>
            {' '}
            ({say.penalty} {money(owed.penaltyKopecks)})
          </span>
        )}
        <span className="hint">{say.owedHint}</span>
      </dd>
      {dueOn !== null && (
        <>
          <dt>{say.dueOn}</dt>
          <dd>{say.dueDay(day(dueOn, period))}</dd>
        </>
      )}
      <dt>{say.charged(month(period))}</dt>
      <dd>
        <b>{money(totalKopecks)}</b>
      </dd>
      {owed.advanceLeftKopecks > 0 && (
        <>
          <dt>{say.advance}</dt>
          <dd>{money(owed.advanceLeftKopecks)}</dd>
        </>
      )}
    </dl>
  )
}
