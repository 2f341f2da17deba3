import type { Confirmation } from '@rodnik/contract/submissions'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { inLanguage } from '../../lib/languages.ts'
import { useSite } from '../../lib/site.queries.ts'
import { Qr } from './qr.tsx'
import { TakenReading } from './taken-reading.tsx'
import '../../ui/styles/confirmation.css'

/** The proof that readings were taken: number, time, values, and the way for anyone to check it. */
export function Receipt({ taken, children }: { taken: Confirmation; children: ReactNode }) {
  const { words, format } = useSpeech()
  const { confirmation } = words
  return (
    <div className="card receipt">
      <ReceiptHead taken={taken} />
      <ul className="taken" aria-label={confirmation.readings}>
        {taken.readings.map((reading) => (
          <TakenReading key={reading.meterId} reading={reading} />
        ))}
      </ul>
      {taken.estimate && (
        <p>
          {confirmation.estimate} <b>{format.money(taken.estimate.totalKopecks)}</b>.{' '}
          <span className="hint">{confirmation.estimateHint}</span>
        </p>
      )}
      <Until taken={taken} />
      <div className="actions">
        {children}
        <button type="button" className="quiet" onClick={() => print()}>
          {confirmation.print}
        </button>
        <Link to={`/check/${taken.checkCode}`}>{confirmation.checkLink}</Link>
      </div>
    </div>
  )
}

function ReceiptHead({ taken }: { taken: Confirmation }) {
  const { language, words, format } = useSpeech()
  const { confirmation } = words
  const timeZone = useSite()?.timeZone
  const checkPath = inLanguage(language, `/check/${taken.checkCode}`)
  return (
    <div className="head">
      <div>
        <p>
          {confirmation.number} <strong className="number">{taken.number}</strong>
        </p>
        <dl className="details">
          <dt>{confirmation.when}</dt>
          <dd>{format.moment(taken.submittedAt, timeZone)}</dd>
          <dt>{confirmation.account}</dt>
          <dd>{accountNumberOnPaper(taken.accountNumber)}</dd>
          <dt>{confirmation.period}</dt>
          <dd>{format.monthOfYear(taken.period)}</dd>
          <dt>{confirmation.how}</dt>
          <dd>{confirmation.sources[taken.source]}</dd>
        </dl>
      </div>
      <Qr
        text={location.origin + checkPath}
        label={confirmation.qrAlt}
        caption={confirmation.qr}
        onPaper={confirmation.orOpen(location.host + checkPath)}
      />
    </div>
  )
}

function Until({ taken: { closesOn } }: { taken: Confirmation }) {
  const { words, format } = useSpeech()
  const { confirmation } = words
  const today = useSite()?.today ?? closesOn
  return (
    <p>
      {today > closesOn ? confirmation.closed : confirmation.until(format.day(closesOn, today))}{' '}
      {confirmation.keep}
    </p>
  )
}
