import type { BillingMonth } from '@rodnik/contract/staff-billing'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useDraft, useFinal } from './billing.queries.ts'
import { ReportTables } from './report-tables.tsx'

/** A month: how far it is, what is in it, and what may be done with it next. */
export function MonthPane({ month }: { month: BillingMonth }) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  const { moment } = useCityTime()
  const { period, state, accounts, refusedAccounts, kopecks } = month
  return (
    <Pane title={format.monthOfYear(period)} isWhole>
      <p>
        <b>{words.states[state]}</b>
        {month.finalisedAt !== null && ` ${moment(month.finalisedAt)}`}
        {state === 'draft' && month.draftedAt !== null && ` ${moment(month.draftedAt)}`}
      </p>
      {state === 'drafting' && <Progress month={month} />}
      {state !== 'drafting' && (
        <p>{words.sum(format.money(kopecks), accounts - refusedAccounts, refusedAccounts)}</p>
      )}
      {state === 'draft' && <Decision month={month} />}
      {state === 'draft' && <ReportTables month={month} />}
      {state === 'final' && <ReportOfFinal month={month} />}
    </Pane>
  )
}

/** A month that is final is looked at when somebody wants to. */
function ReportOfFinal({ month }: { month: BillingMonth }) {
  const { billing: words } = useStaffWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.report}</summary>
      {isOpen && <ReportTables month={month} />}
    </details>
  )
}

function Progress({ month: { slices, doneSlices, accounts, failure } }: { month: BillingMonth }) {
  const { billing: words } = useStaffWords()
  return (
    <>
      <progress className="wide" max={Math.max(slices, 1)} value={doneSlices} aria-label={words.progress} />
      {failure !== null && <Failure code={failure} />}
      <p aria-live="polite">{words.done(accounts, Math.floor((doneSlices * 100) / Math.max(slices, 1)))}</p>
    </>
  )
}

function Failure({ code }: { code: string }) {
  const { billing: words } = useStaffWords()
  return <Notice kind="warn" title={words.refusals[code] ?? words.refused} />
}

function Decision({ month }: { month: BillingMonth }) {
  const { billing: words } = useStaffWords()
  const draft = useDraft(month.period)
  const final = useFinal(month.period)
  const error = final.error ?? draft.error
  if (month.isBeingFinalised) return <Notice kind="info" title={words.beingFinalised} />
  return (
    <>
      {month.failure !== null && <Failure code={month.failure} />}
      {error && <StaffFailure error={error} said={words.refusals} />}
      {month.draftedByMe && <p className="hint">{words.secondPerson}</p>}
      <p className="actions">
        {!month.draftedByMe && (
          <button
            type="button"
            aria-disabled={final.isPending}
            onClick={() => !final.isPending && final.mutate(undefined)}
          >
            {words.finalise}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-disabled={draft.isPending}
          onClick={() => !draft.isPending && draft.mutate(true)}
        >
          {words.anew}
        </button>
      </p>
    </>
  )
}
