import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConflictsPane } from '../../features/staff-terminals/conflicts-pane.tsx'
import { NewNetworkDialog } from '../../features/staff-terminals/network-form.tsx'
import { NetworksTable } from '../../features/staff-terminals/networks-table.tsx'
import { networksQuery } from '../../features/staff-terminals/terminals.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function TerminalsPage() {
  const { terminals: words } = useStaffWords()
  const [isAdding, setIsAdding] = useState(false)
  return (
    <StaffLoaded query={useQuery(networksQuery)}>
      {({ networks, conflicts }) => (
        <Page title={words.title} lead={words.lead}>
          <p className="head">
            <button type="button" onClick={() => setIsAdding(true)}>
              {words.add}
            </button>
          </p>
          <div className="panes">
            <Pane title={words.list} isWhole>
              {networks.length === 0 ? <p>{words.none}</p> : <NetworksTable networks={networks} />}
            </Pane>
            <ConflictsPane conflicts={conflicts} />
          </div>
          {isAdding && <NewNetworkDialog onClose={() => setIsAdding(false)} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
