import { Link, useLocation } from 'react-router'
import { LoginForm } from '../features/entrance/login-form.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import type { Passage } from '../lib/passage.ts'
import { useSite } from '../lib/site.queries.ts'
import { CallLink } from '../ui/call-link.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'

/** E2: on the left how access is issued in the office, on the right the login block. */
export function BusinessPage() {
  const { business, login } = useEntranceWords()
  const passage = (useLocation().state ?? {}) as Passage
  return (
    <Page title={business.title} lead={business.lead}>
      <div className="two-blocks">
        <div className="stack at-right">
          {passage.why && (
            <Notice kind="info" isUrgent>
              <p>{login[passage.why]}</p>
            </Notice>
          )}
          <LoginForm by="issuedLogin" heading={business.block} returnTo={passage.from} />
        </div>
        <HowToGetAccess />
      </div>
    </Page>
  )
}

function HowToGetAccess() {
  const { business } = useEntranceWords()
  const site = useSite()
  return (
    <div className="stack prose">
      <section>
        <h2>{business.how}</h2>
        <ol>
          {business.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{business.online}</p>
        <p>
          <Link className="button quiet" to="/business/request-credentials">
            {business.onlineLink}
          </Link>
        </p>
      </section>
      <section>
        <h2>{business.documents}</h2>
        <Documents title={business.organisation} list={business.organisationDocuments} />
        <Documents title={business.trader} list={business.traderDocuments} />
      </section>
      <section>
        <h2>{business.where}</h2>
        <p>{business.whereText(site?.organisationName ?? '…')}</p>
        <p>
          <CallLink className="button quiet" isButton />
        </p>
      </section>
      <section>
        <h2>{business.lost}</h2>
        <p>{business.lostText}</p>
      </section>
    </div>
  )
}

function Documents({ title, list }: { title: string; list: string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {list.map((document) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
    </>
  )
}
