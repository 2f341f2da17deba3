import type { RegisterExport } from '@rodnik/contract/registers'
import { useQuery } from '@tanstack/react-query'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { filesQuery, type Register, useFileWish } from './registers.queries.ts'

/** The whole filtered register as a file: it is made in the background, and one may go on working. */
export function FilesPane({ wanted }: { wanted: Register }) {
  const { files: words } = useStaffWords().registers
  const files = useQuery(filesQuery).data?.exports ?? []
  const { mutate, error, isPending } = useFileWish(wanted)
  const isBusy = isPending || files.some(({ state }) => state === 'being_made')
  const ask = (format: RegisterExport['format']) => {
    if (!isBusy) mutate(format)
  }
  return (
    <section className="files" aria-label={words.title}>
      <div className="row-actions">
        <button type="button" className="quiet" aria-disabled={isBusy} onClick={() => ask('xlsx')}>
          {words.xlsx}
        </button>
        <button type="button" className="quiet" aria-disabled={isBusy} onClick={() => ask('csv')}>
          {words.csv}
        </button>
      </div>
      {error && <StaffFailure error={error} />}
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FileLine({ file }: { file: RegisterExport }) {
  const { files: words, titles } = useStaffWords().registers
  const { moment } = useCityTime()
  const name = `${titles[file.register]}, ${file.format.toUpperCase()}, ${moment(file.askedAt)}`
  if (file.state === 'failed') return <output>{`${name}: ${words.failed}`}</output>
  if (file.state === 'ready') {
    return (
      <a href={`/api/v1/staff/register-exports/${file.id}/file`} download>
        {name}: {words.rows(file.rows ?? 0)}
      </a>
    )
  }
  return (
    <label className="progress">
      {name}: {words.progress(file.doneRows, file.rows)}
      <progress value={file.doneRows} max={file.rows ?? 1} />
    </label>
  )
}
