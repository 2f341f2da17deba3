import { downloadHistoryCsv, downloadHistoryXlsx, HistoryTable } from '@rodnik/contract/history'
import { addressOf } from '../../lib/ask-once.ts'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { takeFile } from '../../lib/take-file.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'

/** The history as files: everything in one workbook, or a table at a time. */
export function Downloads({ accountId }: { accountId: string }) {
  const { download: say } = useHistoryWords()
  const { language } = useSpeech()
  const params = { accountId }
  const workbook = { params, querystring: { language } }
  const { mutate, error } = useDownload()
  return (
    <section className="card" aria-labelledby="download">
      <h2 id="download">{say.title}</h2>
      <p className="hint">{say.hint}</p>
      <SaidFailure error={error} />
      <p className="actions downloads">
        <FileLink
          className="button quiet"
          address={addressOf(downloadHistoryXlsx, workbook)}
          onPress={() => mutate(() => takeFile(downloadHistoryXlsx, workbook))}
        >
          {say.xlsx}
        </FileLink>
        {HistoryTable.options.map((table) => {
          const request = { params, querystring: { table, language } }
          return (
            <FileLink
              key={table}
              className="button quiet"
              address={addressOf(downloadHistoryCsv, request)}
              onPress={() => mutate(() => takeFile(downloadHistoryCsv, request))}
            >
              {say[table]}
            </FileLink>
          )
        })}
      </p>
    </section>
  )
}
