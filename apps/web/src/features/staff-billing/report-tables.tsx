import type { BillingMonth, DraftReport, Strange } from '@rodnik/contract/staff-billing'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { reportQuery } from './billing.queries.ts'

/** What is looked at before a month becomes final. */
export function ReportTables({ month }: { month: BillingMonth }) {
  const { billing: words } = useStaffWords()
  return (
    <LoadedPart query={useQuery(reportQuery(month))}>
      {(report) => (
        <>
          <Totals totals={report.totals} />
          <Penalties penalties={report.penalties} />
          {report.refused.length > 0 && (
            <>
              <Refused title={words.notCharged} refused={report.refused} />
              <p>
                <a href={`/api/v1/staff/billing/${month.period}/refused.csv`} download>
                  {words.allRefused}
                </a>
              </p>
            </>
          )}
          <Recalculated recalculations={report.recalculations} />
          <Bills title={words.largest} bills={report.largest} />
          <Bills title={words.changed} bills={report.changed} />
        </>
      )}
    </LoadedPart>
  )
}

function Totals({ totals }: Pick<DraftReport, 'totals'>) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  const { service, method, accounts, volume, amount } = words.columns
  return (
    <>
      <h3>{words.totals}</h3>
      <TableFrame label={words.totals} columns={[service, method, accounts, volume, amount]}>
        {totals.map((row) => (
          <tr key={`${row.service} ${row.method}`}>
            <th scope="row">{words.services[row.service]}</th>
            <td>{words.methods[row.method] ?? row.method}</td>
            <td>{row.accounts}</td>
            <td className="nowrap">{format.volume(row.litres)}</td>
            <td className="nowrap">{format.money(row.kopecks)}</td>
          </tr>
        ))}
      </TableFrame>
    </>
  )
}

function Penalties({ penalties: { accounts, kopecks, unknown } }: Pick<DraftReport, 'penalties'>) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  return (
    <>
      {accounts > 0 && <p>{words.penalties(format.money(kopecks), accounts)}</p>}
      {unknown > 0 && <Notice kind="warn" title={words.unknownPenalties(unknown)} />}
    </>
  )
}

/** Of earlier months: how much, and what goes on waiting. */
function Recalculated({
  recalculations: { accounts, kopecks, refused },
}: Pick<DraftReport, 'recalculations'>) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  return (
    <>
      {accounts > 0 && <p>{words.recalculated(accounts, format.money(kopecks))}</p>}
      {refused.length > 0 && <Refused title={words.notRecalculated} refused={refused} />}
    </>
  )
}

function Refused({ title, refused }: Pick<DraftReport, 'refused'> & { title: string }) {
  const { billing: words } = useStaffWords()
  const { reason, accounts, example } = words.columns
  return (
    <>
      <h3>{title}</h3>
      <TableFrame label={title} columns={[reason, accounts, example]}>
        {refused.map((row) => (
          <tr key={row.code}>
            <th scope="row">{words.reasons[row.code] ?? row.code}</th>
            <td>{row.accounts}</td>
            <td>
              <AccountLink number={row.example} />
            </td>
          </tr>
        ))}
      </TableFrame>
    </>
  )
}

function Bills({ title, bills }: { title: string; bills: Strange[] }) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  const { account, amount, before } = words.columns
  if (bills.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <TableFrame label={title} columns={[account, amount, before]}>
        {bills.map((bill) => (
          <tr key={bill.number}>
            <th scope="row">
              <AccountLink number={bill.number} />
            </th>
            <td className="nowrap">{format.money(bill.kopecks)}</td>
            <td className="nowrap">{bill.beforeKopecks === null ? '' : format.money(bill.beforeKopecks)}</td>
          </tr>
        ))}
      </TableFrame>
    </details>
  )
}

/** To the search: it leads to the card. */
const AccountLink = ({ number }: { number: string }) => (
  <Link className="nowrap" to={`/staff?query=${number}`}>
    {accountNumberOnPaper(number)}
  </Link>
)
