import { Link } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { CallLink } from '../ui/call-link.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/lost-number.css'

export function LostNumberPage() {
  const { lost } = useSpeech().words
  return (
    <Page title={lost.title} lead={lost.lead}>
      <div className="lost">
        <DrawnReceipt />
        <div className="lost-words">
          <section>
            <h2>{lost.noReceipt}</h2>
            <p>{lost.callText}</p>
            <CallLink className="button quiet" isButton />
          </section>
          <section>
            <h2>{lost.noRecovery}</h2>
            <p>{lost.noRecoveryText}</p>
          </section>
          <Link className="button" to="/pokazanie">
            {lost.back}
          </Link>
        </div>
      </div>
    </Page>
  )
}

/** A receipt as it comes in the letter box, drawn in plain boxes; the words on it are Russian, as on paper. */
function DrawnReceipt() {
  const { lost } = useSpeech().words
  return (
    <figure className="drawn">
      <figcaption className="sr">{lost.picture}</figcaption>
      <div aria-hidden="true">
        <p className="drawn-title">{lost.receipt}</p>
        <div className="drawn-account">
          <span>{lost.receiptAccount}</span>
          <b>314 000 00 17</b>
          <em>{lost.receiptHere}</em>
        </div>
        <p className="drawn-line">{lost.receiptAddress}</p>
        <p className="drawn-bar" />
        <p className="drawn-bar" />
        <p className="drawn-bar short" />
        <p className="drawn-sum">
          {lost.receiptSum} <b>215,57 ₽</b>
        </p>
      </div>
    </figure>
  )
}
