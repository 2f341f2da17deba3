import { useInfiniteQuery } from '@tanstack/react-query'
import { runsQuery } from '../../features/staff-imports/imports.queries.ts'
import { RunsTable } from '../../features/staff-imports/runs-table.tsx'
import { UploadPane } from '../../features/staff-imports/upload-pane.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'
import { Pane } from '../../ui/staff/pane.tsx'

/** Tables of accounts, meters, readings, balances and contracts: sent here, and what became of those before. */
export function ImportsPage() {
  const { imports: words } = useStaffWords()
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="panes">
        <UploadPane />
        <Pane title={words.list} isWhole>
          <FoundList
            query={useInfiniteQuery(runsQuery)}
            itemsOf={({ runs }) => runs}
            none={words.none}
            more={words.more}
          >
            {(runs) => <RunsTable runs={runs} />}
          </FoundList>
        </Pane>
      </div>
    </Page>
  )
}
