import type { BillSummary, GuestBill } from '@rodnik/contract/bills'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { BillTotal } from './bill-total.tsx'
import { billsQuery, guestBillQuery } from './bills.queries.ts'
import { PayByQrButton } from './pay-by-qr-button.tsx'
import { ReceiptPane } from './receipt-pane.tsx'
import '../../ui/styles/bills.css'

/** The newest bill of an account, and the way to how it came about. */
export function BillPane({ accountId }: { accountId: string }) {
  const { data, isError } = useQuery(billsQuery(accountId))
  const { pane: say, pay } = useBillsWords()
  const newest = data?.bills[0]
  return (
    <Pane isWaiting={!data && !isError} isFailed={isError} isEmpty={data?.bills.length === 0}>
      {newest && (
        <>
          <Charged bill={newest} />
          <p className="actions">
            <Link className="button" to={`/my/pay?account=${accountId}`}>
              {pay}
            </Link>
            <Link className="button quiet" to={`/my/accounts/${accountId}/bill`}>
              {say.open}
            </Link>
          </p>
        </>
      )}
    </Pane>
  )
}

/** The newest bill for someone without a profile: sums only. */
export function GuestBillPane() {
  const { data, isError } = useQuery(guestBillQuery)
  const { pane: say, pay } = useBillsWords()
  const bill: GuestBill | null | undefined = data?.bill
  return (
    <>
      <Pane isWaiting={!data && !isError} isFailed={isError} isEmpty={bill === null}>
        {bill && (
          <>
            <BillTotal bill={bill} />
            <p className="actions">
              <Link className="button" to="/cabinet/pay">
                {pay}
              </Link>
            </p>
            <GuestServices bill={bill} />
            <p className="hint">{say.guest}</p>
          </>
        )}
      </Pane>
      {bill && (
        <ReceiptPane of="guest" period={bill.period}>
          {bill.owed.toPayKopecks > 0 && <PayByQrButton accountId={null} />}
        </ReceiptPane>
      )}
    </>
  )
}

function Charged({ bill: { period, totalKopecks, dueOn } }: { bill: BillSummary }) {
  const { pane: say, total } = useBillsWords()
  const { month, money, day } = useBillFormat()
  return (
    <p>
      <b>{say.charged(month(period), money(totalKopecks))}</b>
      {dueOn !== null && (
        <span className="hint">
          {total.dueOn} {total.dueDay(day(dueOn, period))}
        </span>
      )}
    </p>
  )
}

function GuestServices({ bill }: { bill: GuestBill }) {
  const { services } = useBillsWords()
  const { volume, money } = useBillFormat()
  return (
    <ul className="bill-services">
      {bill.services.map(({ service, litres, amountKopecks }) => (
        <li key={service} className="bill-row">
          <span>
            {services[service]}, {volume(litres)}
          </span>
          <b>{money(amountKopecks)}</b>
        </li>
      ))}
    </ul>
  )
}

type PaneProps = { isWaiting: boolean; isFailed: boolean; isEmpty: boolean; children: ReactNode }

/** Has its room from the first moment, so that nothing below it moves when the answer comes. */
function Pane({ isWaiting, isFailed, isEmpty, children }: PaneProps) {
  const { pane: say, empty } = useBillsWords()
  return (
    <section className="card bill-pane" aria-labelledby="bill" aria-busy={isWaiting}>
      <h2 id="bill">{say.title}</h2>
      {isFailed && <p>{say.failed}</p>}
      {isEmpty && <p>{empty.text}</p>}
      {children}
    </section>
  )
}
