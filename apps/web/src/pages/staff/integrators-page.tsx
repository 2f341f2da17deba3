import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { integratorsQuery } from '../../features/staff-integrators/integrators.queries.ts'
import { IntegratorsTable } from '../../features/staff-integrators/integrators-table.tsx'
import { NewIntegratorDialog } from '../../features/staff-integrators/terms-dialogs.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function IntegratorsPage() {
  const { integrators: words } = useStaffWords()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  return (
    <StaffLoaded query={useQuery(integratorsQuery)}>
      {({ integrators }) => (
        <Page title={words.title} lead={words.lead}>
          <p className="head">
            <button type="button" onClick={() => setAdding(true)}>
              {words.add}
            </button>
          </p>
          <div className="panes">
            <Pane title={words.list} isWhole>
              {integrators.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <IntegratorsTable integrators={integrators} />
              )}
            </Pane>
          </div>
          {isAdding && (
            <NewIntegratorDialog
              onAdded={({ id }) => void navigate(`/staff/integrators/${id}`)}
              onClose={() => setAdding(false)}
            />
          )}
        </Page>
      )}
    </StaffLoaded>
  )
}
