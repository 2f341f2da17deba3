import type { PaymentDifference } from '@rodnik/contract/staff-payments'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { CloseDialog } from '../../features/staff-differences/close-dialog.tsx'
import { DaysPane } from '../../features/staff-differences/days-pane.tsx'
import { differencesQuery } from '../../features/staff-differences/differences.queries.ts'
import { DifferencesTable } from '../../features/staff-differences/differences-table.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function DifferencesPage() {
  const { differences: words } = useStaffWords()
  const [params, setParams] = useSearchParams()
  const which = params.get('show') === 'closed' ? 'closed' : 'open'
  const [closing, setClosing] = useState<PaymentDifference>()
  const query = useQuery(differencesQuery(which === 'closed'))
  return (
    <StaffLoaded query={query}>
      {({ differences, days }) => (
        <Page title={words.title} lead={words.lead}>
          <p className="head">
            <label className="choice">
              {words.show}
              <select
                value={which}
                onChange={({ target }) =>
                  setParams(target.value === 'closed' ? { show: 'closed' } : {}, { replace: true })
                }
              >
                <option value="open">{words.open}</option>
                <option value="closed">{words.closed}</option>
              </select>
            </label>
          </p>
          <div className="panes">
            <Pane title={words.list[which]} isWhole>
              {query.isPlaceholderData ? (
                <div className="skeleton" aria-busy="true" />
              ) : differences.length === 0 ? (
                <output>{words.none[which]}</output>
              ) : (
                <DifferencesTable label={words.list[which]} differences={differences} onClose={setClosing} />
              )}
            </Pane>
            <DaysPane days={days} />
          </div>
          {closing && <CloseDialog difference={closing} onClose={() => setClosing(undefined)} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
