import type { ImportFile, ImportRun } from '@rodnik/contract/staff-imports'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Words = ReturnType<typeof useStaffWords>['imports']['report']

/** File by file: what became of its rows, or what would. */
export function ReportPane({ run }: { run: ImportRun }) {
  const { report: words } = useStaffWords().imports
  const { file, added, changed, unchanged, failed } = words.columns
  const title = titleOf(run, words)
  return (
    <Pane title={title} isWhole>
      {run.isReplacing && <p>{words.replacing}</p>}
      <TableFrame label={title} columns={[file, added, changed, unchanged, failed]}>
        {run.files.map((one) => (
          <FileRow key={one.id} file={one} />
        ))}
      </TableFrame>
      {run.files.map(
        ({ id, fileName, unused }) =>
          unused.length > 0 && <p key={id}>{words.unused(fileName, unused.join(', '))}</p>,
      )}
    </Pane>
  )
}

function titleOf({ state }: ImportRun, words: Words): string {
  if (state === 'loaded') return words.loaded
  return state === 'checked' ? words.checked : words.onlyChecked
}

function FileRow({ file: { fileName, kind, report, told } }: { file: ImportFile }) {
  const { kinds, counts, report: words } = useStaffWords().imports
  const cells = ['added', 'changed', 'unchanged', 'failed'] as const
  return (
    <tr>
      <th scope="row" className="wrapping">
        {fileName}
        {kind !== null && report !== null && (
          <div className="unknown">{words.rows(kinds[kind], report.rows)}</div>
        )}
      </th>
      {cells.map((cell) => (
        <td key={cell}>
          {report !== null && counts.number(report[cell])}
          {report !== null && told !== null && told[cell] !== report[cell] && (
            <div className="unknown">{words.told(told[cell])}</div>
          )}
        </td>
      ))}
    </tr>
  )
}
