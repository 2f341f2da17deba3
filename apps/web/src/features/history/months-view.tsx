import type { HistoryMonth } from '@rodnik/contract/history'
import { useHistoryWords } from '../../lib/history-words.ts'
import { ChartPane } from './chart-pane.tsx'
import { MonthsTable } from './months-table.tsx'

type Props = { accountId: string; months: readonly HistoryMonth[]; year: string | undefined }

/** A chart of the last twelve bills, and the months of a year in a table. */
export function MonthsView({ accountId, months, year }: Props) {
  const { empty } = useHistoryWords()
  if (months.length === 0) return <p>{empty.first}</p>
  return (
    <>
      <ChartPane months={months} />
      <MonthsTable accountId={accountId} months={months} year={year} />
    </>
  )
}
