import { Link, useParams } from 'react-router'
import { VisitPanel } from '../../features/visits/visit-panel.tsx'
import { guestVisits, myVisits, type VisitScope } from '../../features/visits/visit-scope.ts'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'

/** The visit of a request of the entry. */
export function GuestVisitPage() {
  const { requestId = '' } = useParams()
  return <VisitPage scope={guestVisits(requestId)} back="/cabinet" />
}

/** The visit of a request about an account of somebody signed in. */
export function MyVisitPage() {
  const { accountId = '', requestId = '' } = useParams()
  return <VisitPage scope={myVisits(accountId, requestId)} back={`/my/accounts/${accountId}`} />
}

function VisitPage({ scope, back }: { scope: VisitScope; back: string }) {
  const words = useVisitsWords()
  return (
    <Page title={words.title}>
      <p>
        <Link to={back}>{words.back}</Link>
      </p>
      <VisitPanel key={scope.key.join()} scope={scope} onChanged={() => undefined} />
    </Page>
  )
}
