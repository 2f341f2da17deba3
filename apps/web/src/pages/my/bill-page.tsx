import type { Bill, BillSummary } from '@rodnik/contract/bills'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { BillChangeSection } from '../../features/bills/bill-change-section.tsx'
import { BillTotal } from '../../features/bills/bill-total.tsx'
import { BilledMeters } from '../../features/bills/billed-meters.ts'
import { billQuery, billsQuery } from '../../features/bills/bills.queries.ts'
import { OtherBills } from '../../features/bills/other-bills.tsx'
import { PayByQrButton } from '../../features/bills/pay-by-qr-button.tsx'
import { PenaltiesSection } from '../../features/bills/penalties-section.tsx'
import { ReceiptPane } from '../../features/bills/receipt-pane.tsx'
import { ServiceBlock } from '../../features/bills/service-block.tsx'
import { StatementSection } from '../../features/bills/statement-section.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/cabinet.css'
import '../../ui/styles/confirmation.css'
import '../../ui/styles/bills.css'

/** The bill of a month, or the newest one where the address names none. */
export function BillPage() {
  const { accountId = '', period } = useParams()
  const query = useQuery(billsQuery(accountId))
  return (
    <Loaded query={query}>
      {({ bills }) => {
        const wanted = period ?? bills[0]?.period
        if (wanted === undefined) return <NoBillYet accountId={accountId} />
        return <BillOf key={wanted} accountId={accountId} period={wanted} bills={bills} />
      }}
    </Loaded>
  )
}

function NoBillYet({ accountId }: { accountId: string }) {
  const { empty, back } = useBillsWords()
  return (
    <Page title={empty.title} lead={empty.text}>
      <Link className="button" to={`/my/accounts/${accountId}`}>
        {back}
      </Link>
    </Page>
  )
}

type Props = { accountId: string; bills: readonly BillSummary[] }

function BillOf({ accountId, period, bills }: Props & { period: string }) {
  const query = useQuery(billQuery(accountId, period))
  return (
    <Loaded query={query} missing={<NoSuchBill accountId={accountId} />}>
      {(bill) => <BillView accountId={accountId} bills={bills} bill={bill} />}
    </Loaded>
  )
}

function NoSuchBill({ accountId }: { accountId: string }) {
  const { missing } = useBillsWords()
  return (
    <Page title={missing.title} lead={missing.text}>
      <Link className="button" to={`/my/accounts/${accountId}/bill`}>
        {missing.toNewest}
      </Link>
    </Page>
  )
}

function BillView({ accountId, bills, bill }: Props & { bill: Bill }) {
  const say = useBillsWords()
  const { month } = useBillFormat()
  const { account } = bill
  return (
    <Page
      title={say.title(month(bill.period))}
      lead={`${say.account(accountNumberOnPaper(account.number))}. ${say.address(account)}`}
    >
      <p className="actions back">
        <Link to={`/my/accounts/${accountId}`}>{say.back}</Link>
        <Link to={`/my/accounts/${accountId}/history`}>{say.history}</Link>
      </p>
      <BilledMeters value={bill.meters}>
        <div className="bill">
          <section className="card" aria-label={say.total.title}>
            <BillTotal bill={bill} />
            <p className="actions screen-only">
              <Link className="button" to={`/my/pay?account=${accountId}`}>
                {say.pay}
              </Link>
            </p>
          </section>
          <ReceiptPane of={{ accountId, period: bill.period }} period={bill.period}>
            {bill.owed.toPayKopecks > 0 && <PayByQrButton accountId={accountId} />}
          </ReceiptPane>
          <p>{say.lines}</p>
          {bill.services.map((service) => (
            <ServiceBlock key={service.service} bill={service} />
          ))}
          {bill.penalties.length > 0 && <PenaltiesSection penalties={bill.penalties} />}
          <StatementSection bill={bill} />
          {bill.change && <BillChangeSection change={bill.change} />}
          <OtherBills accountId={accountId} bills={bills} shown={bill.period} />
          <p>
            <Link to="/tariffs">{say.tariffs}</Link>
          </p>
        </div>
      </BilledMeters>
    </Page>
  )
}
