import { type HistoryTable, HistoryTable as Tables } from '@rodnik/contract/history'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'

/** The history as files: everything in one workbook, or a table at a time. */
export function Downloads({ accountId }: { accountId: string }) {
  const { download: say } = useHistoryWords()
  const { language } = useSpeech()
  const at = `/api/v1/my/accounts/${accountId}/history`
  const csv = (table: HistoryTable) => `${at}.csv?table=${table}&language=${language}`
  return (
    <section className="card" aria-labelledby="download">
      <h2 id="download">{say.title}</h2>
      <p className="hint">{say.hint}</p>
      <p className="actions downloads">
        <a className="button quiet" href={`${at}.xlsx?language=${language}`} download>
          {say.xlsx}
        </a>
        {Tables.options.map((table) => (
          <a key={table} className="button quiet" href={csv(table)} download>
            {say[table]}
          </a>
        ))}
      </p>
    </section>
  )
}
