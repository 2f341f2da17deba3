import type { ImportReport, ImportRun } from '@rodnik/contract/staff-imports'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { ProgressLine } from './progress-line.tsx'

export function RunsTable({ runs }: { runs: ImportRun[] }) {
  const { columns, list } = useStaffWords().imports
  const { run, by, state, result } = columns
  return (
    <TableFrame label={list} columns={[run, by, state, result]}>
      {runs.map((one) => (
        <RunRow key={one.id} run={one} />
      ))}
    </TableFrame>
  )
}

function RunRow({ run }: { run: ImportRun }) {
  const { states, filesOf, someone } = useStaffWords().imports
  const { moment } = useCityTime()
  return (
    <tr>
      <th scope="row" className="wrapping">
        <Link to={`/staff/imports/${run.id}`}>{filesOf(run.files.map(({ fileName }) => fileName))}</Link>
        <div className="unknown">{moment(run.begunAt)}</div>
      </th>
      <td>{run.begunBy || someone}</td>
      <td>
        {states[run.state]}
        <ProgressLine run={run} />
      </td>
      <td>
        <Counts run={run} />
      </td>
    </tr>
  )
}

/** Of all its files together. */
export function totalOf({ files }: Pick<ImportRun, 'files'>): ImportReport {
  const sum = (of: keyof ImportReport) => files.reduce((total, { report }) => total + (report?.[of] ?? 0), 0)
  return {
    rows: sum('rows'),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    failed: sum('failed'),
  }
}

/** What is not zero, a line each. */
function Counts({ run }: { run: ImportRun }) {
  const { counts } = useStaffWords().imports
  if (run.state === 'checking' || run.state === 'loading') return null
  const total = totalOf(run)
  const said = [
    [total.added, counts.added],
    [total.changed, counts.changed],
    [total.unchanged, counts.unchanged],
    [total.failed, counts.failed],
  ] as const
  return <>{said.map(([count, inWords]) => count > 0 && <div key={inWords(0)}>{inWords(count)}</div>)}</>
}
