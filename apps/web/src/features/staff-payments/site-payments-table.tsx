import type { SitePayment } from '@rodnik/contract/staff-payments'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function SitePaymentsTable({ payments }: { payments: readonly SitePayment[] }) {
  const { list, columns } = useStaffWords().payments.site
  return (
    <TableFrame
      label={list}
      columns={[columns.number, columns.state, columns.amount, columns.accounts, columns.at]}
    >
      {payments.map((payment) => (
        <Line key={payment.id} payment={payment} />
      ))}
    </TableFrame>
  )
}

function Line({ payment }: { payment: SitePayment }) {
  const { site: words, banks } = useStaffWords().payments
  const { format } = useSpeech()
  const { moment } = useCityTime()
  const { number, acquirer, acquirerId, amountKopecks, method, accounts, createdAt, paidAt } = payment
  const bank = banks[acquirer] ?? acquirer
  return (
    <tr className={payment.silentSince === null ? undefined : 'silent'}>
      <th scope="row">
        <span className="nowrap">{number}</span>
        <div className="bank-number">{acquirerId === null ? bank : words.atBank(bank, acquirerId)}</div>
      </th>
      <td>
        <State payment={payment} />
      </td>
      <td>
        <span className="nowrap">{format.money(amountKopecks)}</span>
        <div className="unknown">{words.methods[method]}</div>
      </td>
      <td>
        {accounts.map((account) => (
          <div key={account.id}>
            <Link className="nowrap" to={`/staff/accounts/${account.id}`}>
              {accountNumberOnPaper(account.number)}
            </Link>
          </div>
        ))}
      </td>
      <td>
        {words.opened(moment(createdAt))}
        {paidAt !== null && <div>{words.paid(moment(paidAt))}</div>}
      </td>
    </tr>
  )
}

const TAGS: Partial<Record<SitePayment['state'], string>> = { paid: 'tag ok', failed: 'tag stop' }

/** How far it is, why the bank would not, and since when it says nothing at all. */
function State({ payment: { state, silentSince, reason } }: { payment: SitePayment }) {
  const { site: words } = useStaffWords().payments
  const { moment } = useCityTime()
  return (
    <>
      <span className={TAGS[state]}>{words.states[state]}</span>
      {silentSince !== null && (
        <div>
          <span className="tag warn">{words.silent(moment(silentSince))}</span>
        </div>
      )}
      {reason !== null && <div className="unknown">{reason}</div>}
    </>
  )
}
