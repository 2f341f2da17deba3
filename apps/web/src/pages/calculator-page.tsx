import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { AccountForm } from '../features/calculator/account-form.tsx'
import { chargeReferenceQuery } from '../features/calculator/charge-reference.queries.ts'
import { Examples } from '../features/calculator/examples.tsx'
import { reckon } from '../features/calculator/reckon.ts'
import { type Understood, understand } from '../features/calculator/typed-account.ts'
import { useTyped } from '../features/calculator/use-typed.ts'
import { useCalculatorWords } from '../lib/calculator-words.ts'
import { siteQuery } from '../lib/site.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { LoadedPart } from '../ui/loaded-part.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { CalculatedBill } from './calculated-bill.tsx'
import '../ui/styles/accounts.css'
import '../ui/styles/bills.css'
import '../ui/styles/calculator.css'

/** What a month would cost, worked out in the browser by the rules of the bill. */
export function CalculatorPage() {
  const query = useQuery(siteQuery)
  return <Loaded query={query}>{({ today }) => <Calculator today={today} />}</Loaded>
}

function Calculator({ today }: { today: string }) {
  const say = useCalculatorWords()
  const { typed, change } = useTyped(today.slice(0, 7))
  const { data } = useQuery(chargeReferenceQuery(typed.month))
  const understood = understand(typed)
  const faults = understood.ok ? {} : understood.faults
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="panes">
        <Examples change={change} />
        <div className="calculator">
          <AccountForm
            typed={typed}
            change={change}
            faults={faults}
            today={today}
            groups={data?.groups ?? []}
          />
          <Result month={typed.month} understood={understood} />
        </div>
        <p className="hint">{say.share}</p>
        <p>
          <Link to="/tariffs">{say.tariffs}</Link>
        </p>
      </div>
    </Page>
  )
}

function Result({ month, understood }: { month: string; understood: Understood }) {
  const { result: say } = useCalculatorWords()
  const query = useQuery(chargeReferenceQuery(month))
  if (!understood.ok) {
    return (
      <p className="card calculated" role="status">
        {say.waiting}
      </p>
    )
  }
  return (
    <LoadedPart query={query}>
      {({ found }) =>
        found.ok ? (
          <Reckoned account={understood.account} reference={found.reference} />
        ) : (
          <Refused code="other" />
        )
      }
    </LoadedPart>
  )
}

type ReckonedProps = { account: Parameters<typeof reckon>[0]; reference: Parameters<typeof reckon>[1] }

function Reckoned({ account, reference }: ReckonedProps) {
  const { charged, overKopecks } = reckon(account, reference)
  if (!charged.ok) return <Refused code={charged.code} />
  return <CalculatedBill period={account.period} charged={charged} overKopecks={overKopecks} />
}

function Refused({ code }: { code: string }) {
  const { refused: say } = useCalculatorWords()
  const isNamed = code === 'norm_missing' || code === 'tariff_missing'
  return (
    <Notice kind="warn" title={say.title}>
      <p>{say[isNamed ? code : 'other']}</p>
    </Notice>
  )
}
