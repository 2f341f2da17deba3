import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { CallsPane } from '../../features/staff-integrators/calls-pane.tsx'
import { FactsPane } from '../../features/staff-integrators/facts-pane.tsx'
import { GrantsPane } from '../../features/staff-integrators/grants-pane.tsx'
import { integratorQuery } from '../../features/staff-integrators/integrators.queries.ts'
import { SecretsPane } from '../../features/staff-integrators/secrets-pane.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function IntegratorPage() {
  const { integrators: words } = useStaffWords()
  const { id = '' } = useParams()
  return (
    <StaffLoaded query={useQuery(integratorQuery(id))}>
      {(integrator) => (
        <Page title={integrator.name}>
          <p className="lead">
            <Link to="/staff/integrators">{words.back}</Link>
          </p>
          <div className="panes">
            <FactsPane integrator={integrator} />
            <SecretsPane integrator={integrator} />
            <GrantsPane integrator={integrator} />
            <CallsPane calls={integrator.calls} />
          </div>
        </Page>
      )}
    </StaffLoaded>
  )
}
