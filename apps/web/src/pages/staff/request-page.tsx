import type { StaffRequest } from '@rodnik/contract/staff-requests'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { AnswerPane } from '../../features/staff-requests/answer-pane.tsx'
import { AskedPane } from '../../features/staff-requests/asked-pane.tsx'
import { HistoryPane } from '../../features/staff-requests/history-list.tsx'
import { requestQuery } from '../../features/staff-requests/requests.queries.ts'
import { StepsPane } from '../../features/staff-requests/steps-pane.tsx'
import { WhoPane } from '../../features/staff-requests/who-pane.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'
import { panelOf } from './request-panels.tsx'

export function RequestPage() {
  const { id = '' } = useParams()
  return (
    <StaffLoaded query={useQuery(requestQuery(id))}>
      {(request) => <Card key={request.id} request={request} />}
    </StaffLoaded>
  )
}

function Card({ request }: { request: StaffRequest }) {
  const { requestCard: words, requestKinds } = useStaffWords()
  return (
    <Page title={words.title(request.number)} lead={requestKinds[request.kind].name}>
      <p className="status">
        <Link to="/staff/requests">{words.toQueue}</Link>
      </p>
      <div className="request-card">
        {/* Who asks and who works on it comes first, also where there is one column only. */}
        <div className="stack aside">
          <WhoPane request={request} />
          <StepsPane steps={request.steps} />
        </div>
        <div className="stack">
          <AskedPane request={request}>{panelOf(request)}</AskedPane>
          <HistoryPane history={request.history} />
          <AnswerPane request={request} />
        </div>
      </div>
    </Page>
  )
}
