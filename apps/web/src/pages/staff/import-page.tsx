import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { DecisionPane } from '../../features/staff-imports/decision-pane.tsx'
import { FailedPane } from '../../features/staff-imports/failed-pane.tsx'
import { isAtWork, runQuery } from '../../features/staff-imports/imports.queries.ts'
import { ReportPane } from '../../features/staff-imports/report-pane.tsx'
import { RunState } from '../../features/staff-imports/run-state.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** One run: how far it is, its report, and what is to be decided. */
export function ImportPage() {
  const { id = '' } = useParams()
  const { imports: words } = useStaffWords()
  return (
    <StaffLoaded query={useQuery(runQuery(id))}>
      {(run) => (
        <Page title={words.runTitle} lead={words.filesOf(run.files.map(({ fileName }) => fileName))}>
          <p className="head">
            <Link to="/staff/imports">{words.back}</Link>
          </p>
          <div className="panes">
            <RunState run={run} />
            {!isAtWork(run) && run.files.some(({ report }) => report !== null) && <ReportPane run={run} />}
            {run.state === 'checked' && <DecisionPane run={run} />}
            {!isAtWork(run) && run.files.some(({ hasFailedRows }) => hasFailedRows) && (
              <FailedPane run={run} />
            )}
          </div>
        </Page>
      )}
    </StaffLoaded>
  )
}
