import type { DataExport, Profile } from '@rodnik/contract/profile'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useProfileWords } from '../../lib/profile-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { exportsQuery, useAskForExport } from './profile.queries.ts'

/** Everything kept about the person, to take away (152-ФЗ, ст. 14). */
export function ExportsPane() {
  const { exports: say } = useProfileWords()
  const { data, error } = useQuery(exportsQuery)
  const ask = useAskForExport()
  const isBeingMade = data?.exports.some(({ state }) => state === 'being_made') === true
  return (
    <section className="card narrow" aria-labelledby="exports">
      <h2 id="exports">{say.title}</h2>
      <p>{say.text}</p>
      <SaidFailure error={error ?? ask.error} />
      {data && data.exports.length > 0 && (
        <ul className="rows" aria-label={say.title} aria-live="polite">
          {data.exports.map((one) => (
            <ExportRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      <button
        type="button"
        className="quiet"
        aria-disabled={ask.isPending || isBeingMade}
        onClick={() => !ask.isPending && !isBeingMade && ask.mutate()}
      >
        {say.ask}
      </button>
    </section>
  )
}

function ExportRow({ one }: { one: DataExport }) {
  const { exports: say } = useProfileWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const moment = (instant: string) => format.moment(instant, timeZone)
  return (
    <li>
      <b>{say.states[one.state]}</b>
      <p className="hint">
        {say.asked(moment(one.askedAt))}
        {one.state === 'ready' && `, ${say.until(moment(one.expiresAt))}`}
      </p>
      {one.state === 'ready' && (
        <a className="button quiet" href={`/api/v1/my/exports/${one.id}/file`} download>
          {say.download}
        </a>
      )}
    </li>
  )
}

export function ConsentsPane({ profile: { consents } }: { profile: Profile }) {
  const { consents: say } = useProfileWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const moment = (instant: string) => format.moment(instant, timeZone)
  return (
    <section className="card narrow" aria-labelledby="consents">
      <h2 id="consents">{say.title}</h2>
      {consents.length === 0 && <p className="hint">{say.none}</p>}
      <ul className="rows" aria-label={say.title} hidden={consents.length === 0}>
        {consents.map(({ document, version, acceptedAt, withdrawnAt }) => (
          <li key={`${document} ${version} ${acceptedAt}`}>
            {document === 'personal_data' ? <Link to="/consent">{say.personalData}</Link> : document}
            <p className="hint">
              {say.given(version, moment(acceptedAt))}
              {withdrawnAt !== null && `, ${say.withdrawn(moment(withdrawnAt))}`}
            </p>
          </li>
        ))}
      </ul>
      <p className="hint">{say.withdraw}</p>
    </section>
  )
}
