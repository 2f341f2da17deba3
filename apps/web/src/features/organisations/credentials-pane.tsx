import type { Organisation, OrganisationCredentials } from '@rodnik/contract/organisations'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { IssueDialog } from './issue-dialog.tsx'

const TONES = { waiting: 'warn', expired: 'stop', in_use: 'ok' } as const

export function CredentialsPane({ organisation }: { organisation: Organisation }) {
  const { credentials: words } = useStaffWords().organisations
  const { id, credentials, issues } = organisation
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="card pane" aria-labelledby="credentials">
      <h2 id="credentials">{words.title}</h2>
      {credentials ? <Credentials credentials={credentials} /> : <p>{words.none}</p>}
      <button type="button" onClick={() => setOpen(true)}>
        {credentials ? words.reissue : words.issue}
      </button>
      {issues.length > 0 && <History issues={issues} />}
      {isOpen && <IssueDialog id={id} lastIssueId={issues[0]?.id} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Credentials({ credentials }: { credentials: OrganisationCredentials }) {
  const { credentials: words, states } = useStaffWords().organisations
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const { login, state, validUntil, openSessions } = credentials
  return (
    <dl className="facts-list">
      <dt>{words.login}</dt>
      <dd>
        <span className="secret">{login}</span>
      </dd>
      <dt>{words.state}</dt>
      <dd>
        <span className={`tag ${TONES[state]}`}>{states[state]}</span>
      </dd>
      {validUntil && (
        <>
          <dt>{words.validUntil}</dt>
          <dd>{format.moment(validUntil, timeZone)}</dd>
        </>
      )}
      <dt>{words.openSessions}</dt>
      <dd>{openSessions}</dd>
    </dl>
  )
}

function History({ issues }: { issues: Organisation['issues'] }) {
  const { credentials: words } = useStaffWords().organisations
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  return (
    <>
      <h3>{words.history}</h3>
      <ul>
        {issues.map(({ id, issuedAt, issuedBy, document, reason }) => (
          <li key={id}>
            {words.line(format.moment(issuedAt, timeZone), issuedBy)}
            <br />
            {document}
            <br />
            {words.why}: {reason === '' ? words.first : reason}
          </li>
        ))}
      </ul>
    </>
  )
}
