import type { ImportDecision, ImportRun } from '@rodnik/contract/staff-imports'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { useDecision } from './imports.queries.ts'
import { totalOf } from './runs-table.tsx'

type Ask = { isPending: boolean; ask: (decision: ImportDecision) => void }

/** What may be done with a run that was checked. */
export function DecisionPane({ run }: { run: ImportRun }) {
  const { decision: words, refusals } = useStaffWords().imports
  const { mutate, error, isPending } = useDecision(run)
  const ask = (decision: ImportDecision) => {
    if (!isPending) mutate(decision)
  }
  const { added, changed, failed } = totalOf(run)
  const good = added + changed
  const isWaiting = run.isForColleague && good > 0
  return (
    <Pane title={words.title} isWhole>
      {error && <StaffFailure error={error} said={refusals} />}
      <p>{sentenceOf(words, good, failed)}</p>
      {isWaiting && (
        <Notice kind="info" title={words.forColleague}>
          <p>{words.forColleagueText}</p>
        </Notice>
      )}
      <div className="row-actions">
        {good > 0 && !isWaiting && <Load good={good} failed={failed} isPending={isPending} ask={ask} />}
        {run.isReplacing && (
          <button type="button" className="quiet" aria-disabled={isPending} onClick={() => ask('check')}>
            {words.withoutReplacing}
          </button>
        )}
        {mayReplace(run) && <CheckReplacing isPending={isPending} ask={ask} />}
        <button type="button" className="quiet" aria-disabled={isPending} onClick={() => ask('cancel')}>
          {words.cancel}
        </button>
      </div>
    </Pane>
  )
}

type Words = ReturnType<typeof useStaffWords>['imports']['decision']

function sentenceOf(words: Words, good: number, failed: number): string {
  if (failed === 0) return good === 0 ? words.nothing : words.allGood
  return good === 0 ? words.allFailed : words.someFailed(failed)
}

/** Only readings and balances have months that are recorded. */
const mayReplace = ({ isReplacing, files }: ImportRun) =>
  !isReplacing &&
  files.some(({ kind, report }) => (kind === 'readings' || kind === 'balances') && (report?.failed ?? 0) > 0)

type LoadProps = Ask & { good: number; failed: number }

function Load(props: LoadProps) {
  const { decision: words } = useStaffWords().imports
  const { good, failed, isPending, ask } = props
  if (failed > 0) return <LoadGood {...props} />
  return (
    <button type="button" aria-disabled={isPending} onClick={() => ask('load')}>
      {words.load(good)}
    </button>
  )
}

function LoadGood({ good, failed, isPending, ask }: LoadProps) {
  const { loadGood: words, no } = useStaffWords().imports.decision
  return (
    <SureButton
      ask={words.ask(good)}
      sure={words.sure(good)}
      no={no}
      isPending={isPending}
      onSure={() => ask('load_good')}
    >
      <p>{words.text(failed)}</p>
    </SureButton>
  )
}

function CheckReplacing({ isPending, ask }: Ask) {
  const { replace: words, no } = useStaffWords().imports.decision
  return (
    <SureButton
      ask={words.ask}
      sure={words.sure}
      no={no}
      isPending={isPending}
      onSure={() => ask('check_replacing')}
    >
      <p>{words.text}</p>
      <p>{words.next}</p>
    </SureButton>
  )
}

/** A check that is under way. */
export function CancelCheck({ run }: { run: ImportRun }) {
  const { decision: words, refusals } = useStaffWords().imports
  const { mutate, error, isPending } = useDecision(run)
  return (
    <>
      {error && <StaffFailure error={error} said={refusals} />}
      <p>
        <button
          type="button"
          className="quiet"
          aria-disabled={isPending}
          onClick={() => !isPending && mutate('cancel')}
        >
          {words.cancelCheck}
        </button>
      </p>
    </>
  )
}
