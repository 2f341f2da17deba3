import type { ImportRun } from '@rodnik/contract/staff-imports'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { CancelCheck } from './decision-pane.tsx'
import { isAtWork } from './imports.queries.ts'
import { ProgressLine } from './progress-line.tsx'

/** What is happening to the run, or what has happened, in one sentence. */
export function RunState({ run }: { run: ImportRun }) {
  const { states, begun, someone, ended } = useStaffWords().imports
  const { moment } = useCityTime()
  return (
    <Pane title={states[run.state]} isWhole>
      <p className="unknown">{begun(run.begunBy || someone, moment(run.begunAt))}</p>
      {isAtWork(run) ? <AtWork run={run} /> : <Outcome run={run} />}
      {hasChanged(run) && <Notice kind="warn" title={ended.changed} />}
    </Pane>
  )
}

function AtWork({ run }: { run: ImportRun }) {
  const { atWork } = useStaffWords().imports
  return (
    <>
      <progress className="wide" aria-label={atWork.progress} />
      <div aria-live="polite">
        {run.progress === null ? atWork.waits : <ProgressLine run={run} />}
        <p>{run.state === 'checking' ? atWork.checking : atWork.loading}</p>
      </div>
      {run.state === 'checking' && <CancelCheck run={run} />}
    </>
  )
}

function Outcome({ run }: { run: ImportRun }) {
  const { ended, someone } = useStaffWords().imports
  const { moment } = useCityTime()
  const { state, endedAt, endedBy } = run
  const when = endedAt === null ? '' : moment(endedAt)
  if (state === 'loaded') return <Notice kind="ok" title={ended.loaded(endedBy ?? someone, when)} isUrgent />
  if (state === 'failed') return <Notice kind="stop" title={ended.failed} isUrgent />
  if (state === 'refused') return <Refusals run={run} />
  if (state === 'cancelled') {
    return <Notice kind="info" title={endedBy === null ? ended.forgotten : ended.cancelled(endedBy, when)} />
  }
  if (!run.isLoadRefused) return null
  return (
    <Notice kind="stop" title={ended.loadRefused} isUrgent>
      <p>{ended.loadRefusedText}</p>
    </Notice>
  )
}

/** What was loaded is not what the check told. */
const hasChanged = ({ state, files }: ImportRun) =>
  state === 'loaded' &&
  files.some(({ told, report }) => told !== null && JSON.stringify(told) !== JSON.stringify(report))

function Refusals({ run }: { run: ImportRun }) {
  const { ended, fileRefusals } = useStaffWords().imports
  return (
    <Notice kind="stop" title={ended.refused} isUrgent>
      <ul>
        {run.files.map(
          ({ id, fileName, refusal }) =>
            refusal && (
              <li key={id}>
                <b>{fileName}</b>: {fileRefusals[refusal.code](refusal.detail)}
              </li>
            ),
        )}
      </ul>
    </Notice>
  )
}
