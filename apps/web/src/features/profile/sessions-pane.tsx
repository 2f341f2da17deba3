import type { OpenSession } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import type { Passage } from '../../lib/passage.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { openSessionsQuery, useEndSession, useSignOutEverywhere } from './sessions.queries.ts'

/** Where the person is signed in, and the way out everywhere. */
export function SessionsPane() {
  const { sessions: say } = useProfileWords()
  const { data, error } = useQuery(openSessionsQuery)
  const navigate = useNavigate()
  const endAll = useSignOutEverywhere()
  const passage: Passage = { why: 'left' }
  return (
    <section className="card narrow" aria-labelledby="sessions" aria-busy={!data && !error}>
      <h2 id="sessions">{say.title}</h2>
      <SaidFailure error={error ?? endAll.error} />
      {data && (
        <ul className="rows" aria-label={say.title}>
          {data.sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      <p className="hint">{say.endAllHint}</p>
      <button
        type="button"
        className="quiet"
        aria-disabled={endAll.isPending}
        onClick={() =>
          !endAll.isPending &&
          endAll.mutate(undefined, { onSuccess: () => void navigate('/login', { state: passage }) })
        }
      >
        {say.endAll}
      </button>
    </section>
  )
}

function SessionRow({ session }: { session: OpenSession }) {
  const { sessions: say } = useProfileWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const end = useEndSession()
  const device = session.device || say.unknown
  return (
    <li>
      <b>{device}</b>
      {session.isCurrent && <span className="tag ok here">{say.here}</span>}
      <p className="hint">
        {say.methods[session.method]}, {say.seen(format.moment(session.lastSeenAt, timeZone))}
      </p>
      <SaidFailure error={end.error} />
      {!session.isCurrent && (
        <button
          type="button"
          className="quiet"
          aria-label={say.of(say.end, device)}
          aria-disabled={end.isPending}
          onClick={() => !end.isPending && end.mutate(session.id)}
        >
          {say.end}
        </button>
      )}
    </li>
  )
}
