import type { BilledService } from '@rodnik/contract/charges'
import type { HistoryMonth } from '@rodnik/contract/history'
import { Link } from 'react-router'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { DataTable } from './data-table.tsx'
import { YearLinks } from './year-links.tsx'

type Props = { accountId: string; months: readonly HistoryMonth[]; year: string | undefined }

/** Everything the chart shows, and what was paid and owed; of the newest year where none is named. */
export function MonthsTable({ accountId, months, year }: Props) {
  const { months: say, empty } = useHistoryWords()
  const years = [...new Set(months.map(({ period }) => Number(period.slice(0, 4))))]
  const shown = months.filter(({ period }) => period.startsWith(year ?? String(years[0])))
  const rows = shown.map((month) => ({
    key: month.period,
    cells: [
      <MonthName key="month" accountId={accountId} month={month} />,
      <Volume key="cold" month={month} service="cold_water" />,
      <Volume key="waste" month={month} service="wastewater" />,
      <Charged key="charged" month={month} />,
      <Money key="paid" kopecks={month.paidKopecks} />,
      <Balance key="balance" month={month} />,
    ],
  }))
  return (
    <section className="card" aria-labelledby="months">
      <h2 id="months">{say.title}</h2>
      <YearLinks view="months" years={years} shown={year} />
      {rows.length === 0 ? (
        <p>{empty.months}</p>
      ) : (
        <DataTable label={say.title} columns={Object.values(say.columns)} rows={rows} />
      )}
    </section>
  )
}

function MonthName({ accountId, month: { period, services } }: { accountId: string; month: HistoryMonth }) {
  const { months: say } = useHistoryWords()
  const { month } = useBillFormat()
  if (services.length > 0) {
    return <Link to={`/my/accounts/${accountId}/bills/${period}`}>{month(period)}</Link>
  }
  return (
    <>
      {month(period)} <span className="hint">{say.noBill}</span>
    </>
  )
}

function Volume({ month: { services }, service }: { month: HistoryMonth; service: BilledService }) {
  const { volume } = useBillFormat()
  const total = services.find((one) => one.service === service)
  return total ? volume(total.litres) : '—'
}

function Money({ kopecks }: { kopecks: number }) {
  const { money } = useBillFormat()
  return money(kopecks)
}

/** What else happened to the money stands below the sum it belongs to. */
function Charged({ month }: { month: HistoryMonth }) {
  const { months: say } = useHistoryWords()
  const { money, signed } = useBillFormat()
  const { chargedKopecks, recalculatedKopecks, penaltyKopecks, otherKopecks } = month
  return (
    <>
      {money(chargedKopecks)}
      {recalculatedKopecks !== 0 && (
        <span className="hint">{say.recalculated(signed(recalculatedKopecks))}</span>
      )}
      {penaltyKopecks !== 0 && <span className="hint">{say.penalty(money(penaltyKopecks))}</span>}
      {otherKopecks !== 0 && <span className="hint">{say.other(signed(otherKopecks))}</span>}
    </>
  )
}

function Balance({ month: { principalKopecks, penaltyOwedKopecks } }: { month: HistoryMonth }) {
  const { months: say } = useHistoryWords()
  const { money } = useBillFormat()
  return (
    <>
      {principalKopecks > 0 && say.debt(money(principalKopecks))}
      {principalKopecks < 0 && say.advance(money(-principalKopecks))}
      {principalKopecks === 0 && penaltyOwedKopecks === 0 && say.settled}
      {penaltyOwedKopecks !== 0 && <span className="hint">{say.penaltyOwed(money(penaltyOwedKopecks))}</span>}
    </>
  )
}
