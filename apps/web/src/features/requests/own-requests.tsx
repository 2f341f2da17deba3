import type { RequestSummary } from '@rodnik/contract/requests'
import { localDay } from '@rodnik/domain/calendar/local-day'
import { isOpen } from '@rodnik/domain/requests/next-state'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { StateTag } from './state-tag.tsx'

type Props = {
  /** The page below which each of them has its own. */
  to: string
  /** Undefined while they are on their way. */
  requests: readonly RequestSummary[] | undefined
  isGuest: boolean
}

/** What has been asked for, the newest first, and how it stands. */
export function OwnRequests({ to, requests, isGuest }: Props) {
  const { own: say } = useRequestsWords()
  return (
    <section className="own-requests" aria-labelledby="own-requests" aria-busy={!requests}>
      <h2 id="own-requests">{say.title}</h2>
      {requests === undefined && <div className="card own-first" />}
      {requests?.length === 0 && <p className="card own-first">{say.none}</p>}
      {requests && requests.length > 0 && (
        <ul className="ways">
          {requests.map((request) => (
            <li key={request.id}>
              <OwnRequest request={request} to={`${to}/${request.id}`} />
            </li>
          ))}
        </ul>
      )}
      {isGuest && (
        <p className="hint">
          {say.ofThisEntry} <Link to="/request">{say.byCode}</Link>
        </p>
      )}
    </section>
  )
}

function OwnRequest({ request, to }: { request: RequestSummary; to: string }) {
  const { own: say, kinds } = useRequestsWords()
  const { format } = useSpeech()
  const site = useSite()
  const today = site?.today ?? request.dueOn
  const filedOn = site && localDay(request.filedAt, site.timeZone)
  const due = format.day(request.dueOn, today)
  return (
    <Link to={to}>
      <b>{kinds[request.kind].name}</b>
      <StateTag state={request.state} />
      <span className="own-facts">
        <span className="nowrap">{say.number(request.number)}</span>
        {filedOn !== undefined && `, ${say.filed(format.day(filedOn, today))}`}
        {isOpen(request.state) && (
          <>
            {', '}
            {request.dueOn < today ? say.late(due) : say.due(due)}
          </>
        )}
      </span>
    </Link>
  )
}
