import type { ResponseOf } from '@rodnik/contract/endpoint'
import type { listMyDocuments } from '@rodnik/contract/legal-documents'
import { Link } from 'react-router'
import { useDocumentsWords } from '../../lib/documents-words.ts'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import { DataTable } from '../../ui/data-table.tsx'

type Months = ResponseOf<typeof listMyDocuments>['months']

const PAPERS = ['invoice', 'act', 'vat-invoice'] as const

/** The papers of each month, in both forms. */
export function MonthPapers({ accountId, months }: { accountId: string; months: Months }) {
  const { months: say } = useDocumentsWords()
  const { month, money } = useBillFormat()
  const columns = [...Object.values(say.columns), ...PAPERS.map((paper) => say.papers[paper])]
  const rows = months.map(({ period, number, totalKopecks }) => ({
    key: period,
    cells: [
      <Link key="month" to={`/my/accounts/${accountId}/bills/${period}`}>
        {month(period)}
      </Link>,
      String(number),
      money(totalKopecks),
      ...PAPERS.map((paper) => <Files key={paper} accountId={accountId} period={period} paper={paper} />),
    ],
  }))
  return (
    <section className="card" aria-labelledby="months">
      <h2 id="months">{say.title}</h2>
      {rows.length === 0 ? <p>{say.empty}</p> : <DataTable label={say.title} columns={columns} rows={rows} />}
    </section>
  )
}

type FilesProps = { accountId: string; period: string; paper: (typeof PAPERS)[number] }

function Files({ accountId, period, paper }: FilesProps) {
  const { months: say } = useDocumentsWords()
  const { month } = useBillFormat()
  const at = `/api/v1/my/accounts/${accountId}/documents/${period}/${paper}`
  const name = say.papers[paper]
  return (
    <span className="files">
      <a href={`${at}.pdf`} download aria-label={say.fileOf(name, month(period), 'PDF')}>
        PDF
      </a>
      <a href={`${at}.xlsx`} download aria-label={say.fileOf(name, month(period), 'Excel')}>
        Excel
      </a>
    </span>
  )
}
