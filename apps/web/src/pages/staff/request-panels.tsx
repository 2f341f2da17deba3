import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import type { ReactNode } from 'react'
import { AskedCredentials } from '../../features/organisations/asked-credentials.tsx'
import { Preview } from '../../features/staff-recalculations/preview.tsx'
import { CorrectionPanel } from '../../features/staff-requests/correction/correction-panel.tsx'
import { FactsPanel } from '../../features/staff-requests/facts-panel.tsx'
import { StepMark } from '../../features/staff-requests/step-mark.tsx'
import { RequestVisit } from '../../features/staff-visits/request-visit.tsx'

type Panel = (request: StaffRequest) => ReactNode

function CredentialsPanel({ request }: { request: StaffRequest }) {
  return (
    <AskedCredentials fields={request.fields}>
      <StepMark request={request} step="credentials" />
    </AskedCredentials>
  )
}

/** What whoever works on a kind needs under «what is asked»: a kind that needs more has its line here. */
const PANELS: Partial<Record<RequestKindName, Panel>> = {
  credentials: (request) => <CredentialsPanel request={request} />,
  correction: (request) => (
    <CorrectionPanel request={request} charges={(preview) => <Preview preview={preview} />} />
  ),
  absence: (request) => <FactsPanel request={request} />,
  persons: (request) => <FactsPanel request={request} />,
  sealing: ({ id }) => <RequestVisit requestId={id} />,
  inspector_call: ({ id }) => <RequestVisit requestId={id} />,
  meter_replacement: ({ id }) => <RequestVisit requestId={id} />,
}

export const panelOf = (request: StaffRequest): ReactNode => PANELS[request.kind]?.(request)
