import type { BillSummary } from '@rodnik/contract/bills'
import { Link } from 'react-router'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'

type Props = { accountId: string; bills: readonly BillSummary[]; shown: string }

/** The other months, one press away. */
export function OtherBills({ accountId, bills, shown }: Props) {
  const say = useBillsWords()
  const { month, money } = useBillFormat()
  const others = bills.filter(({ period }) => period !== shown)
  if (others.length === 0) return null
  return (
    <details className="versions bill-others">
      <summary>{say.others(others.length)}</summary>
      <ul>
        {others.map(({ period, totalKopecks }) => (
          <li key={period}>
            <Link to={`/my/accounts/${accountId}/bills/${period}`}>{month(period)}</Link>,{' '}
            {money(totalKopecks)}
          </li>
        ))}
      </ul>
    </details>
  )
}
