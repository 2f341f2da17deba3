import type { FailedImportRow, ImportFile, ImportRun } from '@rodnik/contract/staff-imports'
import { downloadFailedRows } from '@rodnik/contract/staff-imports'
import { useQuery } from '@tanstack/react-query'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { takeFile } from '../../lib/take-file.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { failedRowsQuery } from './imports.queries.ts'

/** The first failed rows of each file, and all of them to download. */
export function FailedPane({ run }: { run: ImportRun }) {
  const { failed: words } = useStaffWords().imports
  const { language } = useSpeech()
  const { moment } = useCityTime()
  return (
    <Pane title={words.title} isWhole>
      <p>
        {words.lead}
        {run.failedRowsUntil !== null && ` ${words.keptUntil(moment(run.failedRowsUntil))}`}
      </p>
      <LoadedPart query={useQuery(failedRowsQuery(run, language))}>
        {({ rows }) => (
          <>
            {run.files.map(
              (file) =>
                file.hasFailedRows && (
                  <FailedFile
                    key={file.id}
                    runId={run.id}
                    file={file}
                    isOneOfMany={run.files.length > 1}
                    rows={rows.filter(({ fileId }) => fileId === file.id)}
                  />
                ),
            )}
          </>
        )}
      </LoadedPart>
    </Pane>
  )
}

type FileProps = { runId: string; file: ImportFile; rows: FailedImportRow[]; isOneOfMany: boolean }

function FailedFile({ runId, file, rows, isOneOfMany }: FileProps) {
  const { failed: words } = useStaffWords().imports
  const { mutate, error } = useDownload()
  const { row, reason, cells } = words.columns
  const failed = file.report?.failed ?? 0
  const params = { id: runId, fileId: file.id }
  return (
    <>
      {isOneOfMany && <h3>{file.fileName}</h3>}
      {error && <StaffFailure error={error} />}
      <p>
        <FileLink
          address={`/api/v1/staff/imports/${runId}/files/${file.id}/failed-rows`}
          onPress={() => mutate(() => takeFile(downloadFailedRows, { params }))}
        >
          {words.download(failed)}
        </FileLink>
      </p>
      <TableFrame label={words.list(file.fileName)} columns={[row, reason, cells]}>
        {rows.map((one) => (
          <tr key={one.row}>
            <th scope="row">{one.row}</th>
            <td>{one.reason}</td>
            <td className="wrapping">{one.cells}</td>
          </tr>
        ))}
      </TableFrame>
      {failed > rows.length && <p>{words.others(rows.length, failed)}</p>}
    </>
  )
}
