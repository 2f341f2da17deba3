import type { MyCabinet } from '@rodnik/contract/my-accounts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { BillPane } from '../../features/bills/bill-pane.tsx'
import { CabinetSkeleton } from '../../features/cabinet/cabinet-skeleton.tsx'
import { ReadingsForm } from '../../features/cabinet/readings-form.tsx'
import { WindowStrip } from '../../features/cabinet/window-strip.tsx'
import { AccountSwitcher } from '../../features/my-accounts/account-switcher.tsx'
import { myCabinetQuery, myScope } from '../../features/my-accounts/my-cabinet.queries.ts'
import { OutagesHere } from '../../features/notices/outages-here.tsx'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { useBillsWords } from '../../lib/bills-words.ts'
import { CabinetScopeProvider } from '../../lib/cabinet-scope.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { MoreOfAccount } from './more-of-account.tsx'
import '../../ui/styles/cabinet.css'
import '../../ui/styles/accounts.css'

/** The meters of one account of somebody signed in. */
export function MyCabinetPage() {
  const { accountId = '' } = useParams()
  const query = useQuery(myCabinetQuery(accountId))
  const scope = useMemo(() => myScope(accountId), [accountId])
  return (
    <CabinetScopeProvider value={scope}>
      <Loaded query={query} waiting={<CabinetSkeleton />}>
        {(cabinet) => <CabinetView key={accountId} accountId={accountId} cabinet={cabinet} />}
      </Loaded>
    </CabinetScopeProvider>
  )
}

function CabinetView({ accountId, cabinet }: { accountId: string; cabinet: MyCabinet }) {
  const { words, format } = useSpeech()
  const accounts = useAccountsWords()
  const bills = useBillsWords()
  const { account, rights, window } = cabinet
  return (
    <Page title={words.cabinet.title(format.month(window.period))}>
      <div className="whose">
        <p>
          <span className="part">{accounts.number(accountNumberOnPaper(account.number))}</span>
          <span className="part">{accounts.address(account)}</span>
        </p>
      </div>
      <p className="actions">
        <Link to="/my">{accounts.cabinet.all}</Link>
        <Link to={`/my/accounts/${accountId}/bill`}>{bills.link}</Link>
        <Link to={`/my/accounts/${accountId}/requests`}>{accounts.cabinet.requests}</Link>
      </p>
      <AccountSwitcher accountId={accountId} />
      <OutagesHere accountId={accountId} />
      <WindowStrip cabinet={cabinet} />
      {!rights.canSubmit && (
        <Notice kind="info" title={accounts.cabinet.onlyLook.title}>
          <p>{accounts.cabinet.onlyLook.text}</p>
        </Notice>
      )}
      <Meters cabinet={cabinet} />
      <BillPane accountId={accountId} />
      <MoreOfAccount accountId={accountId} rights={rights} />
    </Page>
  )
}

function Meters({ cabinet }: { cabinet: MyCabinet }) {
  const { words } = useSpeech()
  if (cabinet.meters.length === 0) {
    return (
      <Notice kind="info" title={words.cabinet.empty.title}>
        <p>{words.cabinet.empty.text}</p>
      </Notice>
    )
  }
  // Whoever may not send gets the table as it is when nothing is taken.
  const isOpen = cabinet.window.isOpen && cabinet.rights.canSubmit
  return <ReadingsForm cabinet={{ ...cabinet, window: { ...cabinet.window, isOpen } }} />
}
