import { useQuery } from '@tanstack/react-query'
import { monthsQuery, useDraft } from '../../features/staff-billing/billing.queries.ts'
import { MonthPane } from '../../features/staff-billing/month-pane.tsx'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** The close of a month: a draft of the whole city, its report, and a second person's word. */
export function BillingPage() {
  const { billing: words } = useStaffWords()
  const found = useQuery(monthsQuery)
  return (
    <Page title={words.title} lead={words.lead}>
      <StaffLoaded query={found}>
        {({ months, next }) => (
          <div className="panes">
            <NextMonth key={next} period={next} />
            {months.map((month) => (
              <MonthPane key={month.period} month={month} />
            ))}
          </div>
        )}
      </StaffLoaded>
    </Page>
  )
}

function NextMonth({ period }: { period: string }) {
  const { billing: words } = useStaffWords()
  const { format } = useSpeech()
  const { mutate, error, isPending } = useDraft(period)
  return (
    <Pane title={words.next(format.monthOfYear(period))} isWhole>
      <p>{words.nextText}</p>
      {error && <StaffFailure error={error} said={words.refusals} />}
      <button type="button" aria-disabled={isPending} onClick={() => !isPending && mutate(false)}>
        {words.draft}
      </button>
    </Pane>
  )
}
