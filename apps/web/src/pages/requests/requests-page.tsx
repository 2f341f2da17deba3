import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { myCabinetQuery } from '../../features/my-accounts/my-cabinet.queries.ts'
import { Catalogue } from '../../features/requests/catalogue.tsx'
import { OwnRequests } from '../../features/requests/own-requests.tsx'
import { guestRequests, myRequests, type RequestScope } from '../../features/requests/request-scope.ts'
import { requestsQuery } from '../../features/requests/requests.queries.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/requests.css'

/** What can be asked for, and what has been, for the account of the entry. */
export function GuestRequestsPage() {
  return <RequestsPage scope={guestRequests} isGuest mayAsk isOrganisation={false} />
}

/** The same for an account of somebody signed in. */
export function MyRequestsPage() {
  const { accountId = '' } = useParams()
  const { data: cabinet } = useQuery(myCabinetQuery(accountId))
  return (
    <RequestsPage
      key={accountId}
      scope={myRequests(accountId)}
      isGuest={false}
      mayAsk={cabinet?.rights.canSubmit ?? true}
      isOrganisation={cabinet?.rights.role === 'organisation'}
    />
  )
}

type Props = { scope: RequestScope; isGuest: boolean; mayAsk: boolean; isOrganisation: boolean }

function RequestsPage({ scope, isGuest, mayAsk, isOrganisation }: Props) {
  const { catalogue: say } = useRequestsWords()
  const query = useQuery(requestsQuery(scope))
  const to = `${scope.home}/requests`
  const page = (requests: NonNullable<typeof query.data>['requests'] | undefined) => (
    <Page title={say.title} lead={say.lead}>
      <p className="back">
        <Link to={scope.home}>{say.back}</Link>
      </p>
      <div className="requests">
        <OwnRequests to={to} requests={requests} isGuest={isGuest} />
        {mayAsk ? (
          <Catalogue to={to} isOrganisation={isOrganisation} />
        ) : (
          <Notice kind="info" title={say.onlyLook.title}>
            <p>{say.onlyLook.text}</p>
          </Notice>
        )}
      </div>
    </Page>
  )
  return (
    <Loaded query={query} waiting={page(undefined)}>
      {({ requests }) => page(requests)}
    </Loaded>
  )
}
