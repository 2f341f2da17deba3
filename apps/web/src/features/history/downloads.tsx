import { downloadHistoryCsv, downloadHistoryXlsx, HistoryTable } from '@rodnik/contract/history'
import { useMutation } from '@tanstack/react-query'
import { addressOf } from '../../lib/ask-once.ts'
import { readyFile } from '../../lib/call.ts'
import { useHistoryWords } from '../../lib/history-words.ts'
import { useSpeech } from '../../lib/language.tsx'
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
          address={addressOf(downloadHistoryXlsx, workbook)}
          name={say.xlsx}
          onPress={() => mutate(() => readyFile(downloadHistoryXlsx, workbook))}
        />
        {HistoryTable.options.map((table) => {
          const request = { params, querystring: { table, language } }
          return (
            <FileLink
              key={table}
              address={addressOf(downloadHistoryCsv, request)}
              name={say[table]}
              onPress={() => mutate(() => readyFile(downloadHistoryCsv, request))}
            />
          )
        })}
      </p>
    </section>
  )
}

/** Asked for first, so that a session is renewed and a refusal said in words. */
function useDownload() {
  return useMutation({
    networkMode: 'always',
    mutationFn: async (ready: () => Promise<string>) => location.assign(await ready()),
  })
}

function FileLink({ address, name, onPress }: { address: string; name: string; onPress: () => void }) {
  return (
    <a
      className="button quiet"
      href={address}
      download
      onClick={(event) => {
        event.preventDefault()
        onPress()
      }}
    >
      {name}
    </a>
  )
}
