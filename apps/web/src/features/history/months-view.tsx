import type { HistoryMonth } from '@rodnik/contract/history'
import { useHistoryWords } from '../../lib/history-words.ts'
import { ChartPane } from './chart-pane.tsx'
import { MonthsTable } from './months-table.tsx'

type Props = { accountId: string; months: readonly HistoryMonth[] }

/** A chart of the last year, and every month in a table. */
export function MonthsView({ accountId, months }: Props) {
  const { empty } = useHistoryWords()
  if (months.length === 0) return <p>{empty.months}</p>
  return (
    <>
      <ChartPane months={months} />
      <MonthsTable accountId={accountId} months={months} />
    </>
  )
}
