import type { Bill } from '@rodnik/contract/bills'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'

/** From what was owed before to what this bill asks for. */
export function StatementSection({
  bill: { period, statement },
}: {
  bill: Pick<Bill, 'period' | 'statement'>
}) {
  const { statement: say } = useBillsWords()
  const { money, month, day } = useBillFormat()
  const { openingKopecks, penaltyOpeningKopecks, penaltyPaidKopecks, penaltyChargedKopecks } = statement
  const rows: readonly [string, number][] = [
    [openingKopecks < 0 ? say.advanceBefore : say.owedBefore, Math.abs(openingKopecks)],
    [say.paid, -statement.paidKopecks],
    [say.charged(month(period)), statement.chargedKopecks],
    [say.penaltyBefore, penaltyOpeningKopecks],
    [say.penaltyPaid, -penaltyPaidKopecks],
    [say.penalty, penaltyChargedKopecks],
  ]
  const shown = rows.filter(([, kopecks], i) => kopecks !== 0 || i === CHARGED)
  return (
    <section className="card" aria-labelledby="statement">
      <h2 id="statement">{say.title}</h2>
      <p className="hint">{say.asOf(day(statement.issuedOn, statement.issuedOn))}</p>
      <ul className="bill-services">
        {shown.map(([name, kopecks]) => (
          <li key={name} className="bill-row">
            <span>{name}</span>
            <b>{money(kopecks)}</b>
          </li>
        ))}
        <li className="bill-row bill-sum">
          <span>{say.toPay}</span>
          <b className="sum">{money(statement.toPayKopecks)}</b>
        </li>
        {statement.advanceLeftKopecks > 0 && (
          <li className="bill-row">
            <span>{say.advanceLeft}</span>
            <b>{money(statement.advanceLeftKopecks)}</b>
          </li>
        )}
      </ul>
    </section>
  )
}

/** The row that is there even when it is nought. */
const CHARGED = 2
