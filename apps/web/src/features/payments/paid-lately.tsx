import type { AccountToPay } from '@rodnik/contract/payments'
import { usePaymentsWords } from '../../lib/payments-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Notice } from '../../ui/notice.tsx'

/** What has come in the last days and what is on its way: nobody should pay twice for want of knowing. */
export function PaidLately({ account }: { account: AccountToPay }) {
  const { recent, underWay } = usePaymentsWords()
  const { money } = useBillFormat()
  const { moment, date } = useCityTime()
  return (
    <>
      {account.underWay.length > 0 && (
        <Notice kind="warn" title={underWay.title}>
          <ul>
            {account.underWay.map(({ startedAt, amountKopecks }) => (
              <li key={startedAt}>{underWay.row(money(amountKopecks), moment(startedAt))}</li>
            ))}
          </ul>
          <p>{underWay.hint}</p>
        </Notice>
      )}
      {account.recent.length > 0 && (
        <Notice kind="info" title={recent.title}>
          <ul>
            {account.recent.map(({ number, paidOn, amountKopecks, channel }) => (
              <li key={number}>{recent.row(money(amountKopecks), date(paidOn), recent.channels[channel])}</li>
            ))}
          </ul>
          <p>{recent.hint}</p>
        </Notice>
      )}
    </>
  )
}
