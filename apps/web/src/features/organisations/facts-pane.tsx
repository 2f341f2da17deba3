import type { Organisation } from '@rodnik/contract/organisations'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { FactsForm } from './facts-form.tsx'

/** Who it is, whom to call, what was shown; a correction opens in the same place. */
export function FactsPane({ organisation }: { organisation: Organisation }) {
  const { card } = useStaffWords().organisations
  const [isChanging, setChanging] = useState(false)
  return (
    <section className="card pane" aria-labelledby="facts">
      <div className="head">
        <h2 id="facts">{card.facts}</h2>
        {!isChanging && (
          <button type="button" className="quiet" onClick={() => setChanging(true)}>
            {card.change}
          </button>
        )}
      </div>
      {isChanging ? (
        <FactsForm organisation={organisation} onDone={() => setChanging(false)} />
      ) : (
        <Facts organisation={organisation} />
      )}
    </section>
  )
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { organisations: words } = useStaffWords()
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  const { kind, inn, kpp, ogrn, contactName, contactPhone, contactEmail, createdAt, documents } = organisation
  return (
    <>
      <dl className="facts-list">
        <dt>{words.form.kind}</dt>
        <dd>{words.kinds[kind]}</dd>
        <dt>{words.form.inn}</dt>
        <dd>{inn}</dd>
        {kpp !== '' && (
          <>
            <dt>{words.form.kpp}</dt>
            <dd>{kpp}</dd>
          </>
        )}
        <dt>{words.form.ogrn[kind]}</dt>
        <dd>{ogrn}</dd>
        <dt>{words.card.contact}</dt>
        <dd>
          {contactName}
          <br />
          {contactPhone}
          <br />
          {contactEmail}
        </dd>
        <dt>{words.card.registered}</dt>
        <dd>{format.moment(createdAt, timeZone)}</dd>
      </dl>
      <h3>{words.card.documents}</h3>
      <ul>
        {documents.map(({ kind: document, reference, shownAt }) => (
          <li key={`${document} ${shownAt} ${reference}`}>
            {words.documents[document]}
            {reference !== '' && `, ${reference}`}
          </li>
        ))}
      </ul>
    </>
  )
}
