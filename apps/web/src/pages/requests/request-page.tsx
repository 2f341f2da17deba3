import type { RequestFiled } from '@rodnik/contract/requests'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { RequestDetails } from '../../features/requests/request-details.tsx'
import { guestRequests, myRequests, type RequestScope } from '../../features/requests/request-scope.ts'
import { requestQuery, requestsQuery, takeRequest } from '../../features/requests/requests.queries.ts'
import type { WishScope } from '../../features/requests/wish-scope.ts'
import { VisitPanel } from '../../features/visits/visit-panel.tsx'
import { guestVisits, myVisits, type VisitScope } from '../../features/visits/visit-scope.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/confirmation.css'
import '../../ui/styles/requests.css'
import type { JustFiled } from './just-filed.ts'
import { isVisited } from './visited.ts'

/** A request of the entry. */
export const GuestRequestPage = () => (
  <RequestPage scope={guestRequests} visitsOf={guestVisits} missing={<OfAnotherEntry />} />
)

/** A request about an account of somebody signed in. */
export function MyRequestPage() {
  const { accountId = '' } = useParams()
  return <RequestPage scope={myRequests(accountId)} visitsOf={(id) => myVisits(accountId, id)} />
}

/** Whoever has entered anew does not find what was filed before; number and code open it. */
function OfAnotherEntry() {
  const { track, own } = useRequestsWords()
  return (
    <Page title={track.title} lead={own.ofThisEntry}>
      <Link className="button" to="/request">
        {own.byCode}
      </Link>
    </Page>
  )
}

type Props = { scope: RequestScope; visitsOf: (requestId: string) => VisitScope; missing?: ReactNode }

function RequestPage({ scope, visitsOf, missing }: Props) {
  const { requestId = '' } = useParams()
  const query = useQuery(requestQuery(scope, requestId))
  return (
    <Loaded query={query} missing={missing}>
      {(filed) => <View key={requestId} filed={filed} scope={scope} visits={visitsOf(requestId)} />}
    </Loaded>
  )
}

type ViewProps = { filed: RequestFiled; scope: RequestScope; visits: VisitScope }

function View({ filed, scope, visits }: ViewProps) {
  const say = useRequestsWords()
  const queryClient = useQueryClient()
  const { isNew = false } = (useLocation().state ?? {}) as JustFiled
  const { id, kind, number } = filed.request
  const reload = () => {
    void queryClient.invalidateQueries(requestQuery(scope, id))
    void queryClient.invalidateQueries(requestsQuery(scope))
  }
  const wishes: WishScope = {
    send: (intention) => scope.change(id, intention),
    uploads: scope.uploads,
    files: scope.files(id),
    onTaken: (request) => takeRequest(queryClient, scope, { ...filed, request }),
    onStale: () => {
      void queryClient.invalidateQueries(requestQuery(scope, id))
      void queryClient.invalidateQueries(requestsQuery(scope))
    },
  }
  const { name } = say.kinds[kind]
  return (
    <Page
      title={say.request.title(name, number)}
      heading={isNew ? say.filed.title : name}
      lead={isNew && name}
    >
      <p className="back">
        <Link to={`${scope.home}/requests`}>{say.form.back}</Link>
      </p>
      {isVisited(kind) && <VisitPanel key={filed.request.state} scope={visits} onChanged={reload} />}
      <RequestDetails filed={filed} scope={wishes} isNew={isNew} isInCabinet />
    </Page>
  )
}
