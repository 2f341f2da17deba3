import { CONSENT_VERSION } from '@rodnik/contract/consent'
import { useQuery } from '@tanstack/react-query'
import { useConsentWords } from '../lib/consent-words.ts'
import { useSpeech } from '../lib/language.tsx'
import { siteQuery } from '../lib/site.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import '../ui/styles/entrance.css'

/** The document of 152-ФЗ, in the version that registration records. */
export function ConsentPage() {
  // It names the operator: without the name it would be no document.
  const query = useQuery(siteQuery)
  return <Loaded query={query}>{({ organisationName }) => <Consent operator={organisationName} />}</Loaded>
}

function Consent({ operator }: { operator: string }) {
  const { format } = useSpeech()
  const consent = useConsentWords()
  return (
    <Page title={consent.title} lead={consent.lead}>
      <article className="card document">
        <p>
          <b>{consent.version(format.date(CONSENT_VERSION))}</b>. {consent.original}
        </p>
        {consent.sections(operator).map(({ heading, text }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
    </Page>
  )
}
