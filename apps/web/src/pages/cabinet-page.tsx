import type { Cabinet } from '@rodnik/contract/cabinet'
import { useQuery } from '@tanstack/react-query'
import { GuestBill } from '../features/bills/guest-bill.tsx'
import { cabinetQuery } from '../features/cabinet/cabinet.queries.ts'
import { CabinetSkeleton } from '../features/cabinet/cabinet-skeleton.tsx'
import { OtherWays } from '../features/cabinet/other-ways.tsx'
import { ReadingsForm } from '../features/cabinet/readings-form.tsx'
import { WindowStrip } from '../features/cabinet/window-strip.tsx'
import { OutagesHere } from '../features/notices/outages-here.tsx'
import { accountNumberOnPaper } from '../lib/account-number.ts'
import { useSpeech } from '../lib/language.tsx'
import { flatAsTyped, houseAsTyped } from '../lib/typed-address.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/cabinet.css'
import { SignOutButton } from '../features/access/sign-out-button.tsx'

export function CabinetPage() {
  const query = useQuery(cabinetQuery)
  return (
    <Loaded query={query} waiting={<CabinetSkeleton />}>
      {(cabinet) => <CabinetView cabinet={cabinet} />}
    </Loaded>
  )
}

function CabinetView({ cabinet }: { cabinet: Cabinet }) {
  const { words, format } = useSpeech()
  const { account, window } = cabinet
  const flat = flatAsTyped(account.flat)
  const parts = [
    words.cabinet.account(accountNumberOnPaper(account.number)),
    words.cabinet.house(houseAsTyped(account.house)),
    ...(flat === '' ? [] : [words.cabinet.flat(flat)]),
  ]
  return (
    <Page title={words.cabinet.title(format.month(window.period))}>
      <div className="whose">
        <p>
          {parts.map((part) => (
            <span className="part" key={part}>
              {part}
            </span>
          ))}
        </p>
        <SignOutButton />
      </div>
      <OutagesHere />
      <WindowStrip cabinet={cabinet} />
      {cabinet.meters.length === 0 ? (
        <Notice kind="info" title={words.cabinet.empty.title}>
          <p>{words.cabinet.empty.text}</p>
        </Notice>
      ) : (
        <ReadingsForm key={account.number} cabinet={cabinet} />
      )}
      <GuestBill />
      <OtherWays />
    </Page>
  )
}
