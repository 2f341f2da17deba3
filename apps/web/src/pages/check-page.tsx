import type { PublicCheck } from '@rodnik/contract/submissions'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import { checkQuery } from '../lib/submission.queries.ts'
import { CallLink } from '../ui/call-link.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/confirmation.css'

export function CheckPage() {
  const { code = '' } = useParams()
  const query = useQuery(checkQuery(code))
  return (
    <Loaded query={query} missing={<NoSuchConfirmation />}>
      {(check) => <CheckView check={check} />}
    </Loaded>
  )
}

function NoSuchConfirmation() {
  const { missing } = useSpeech().words.check
  return (
    <Page title={missing.title} lead={missing.text}>
      <CallLink className="button quiet" isButton />
    </Page>
  )
}

function CheckView({ check: found }: { check: PublicCheck }) {
  const { words, format } = useSpeech()
  const { check, confirmation, service } = words
  const timeZone = useSite()?.timeZone
  return (
    <Page title={check.title} lead={check.lead}>
      <div className="card receipt">
        <p>
          {confirmation.number} <strong className="number">{found.number}</strong>
        </p>
        <dl className="details">
          <dt>{confirmation.when}</dt>
          <dd>{format.moment(found.submittedAt, timeZone)}</dd>
          <dt>{confirmation.period}</dt>
          <dd>{format.monthOfYear(found.period)}</dd>
          <dt>{confirmation.how}</dt>
          <dd>{confirmation.sources[found.source]}</dd>
        </dl>
        <ul className="taken" aria-label={confirmation.readings}>
          {found.readings.map((reading) => (
            <li key={`${reading.service} ${reading.serialEnding}`}>
              <h2>
                {service[reading.service]}, {check.serial(reading.serialEnding)}
              </h2>
              <p className="values">
                <b>{format.volume(reading.valueLitres, reading.fractionDigits)}</b>
                <span>{check.states[reading.isReplaced ? 'replaced' : reading.state]}</span>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
