import { CONSENT_VERSION } from '@rodnik/contract/consent'
import { useConsentWords } from '../lib/consent-words.ts'
import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import '../ui/styles/entrance.css'

/** The document of 152-ФЗ, in the version that registration records. */
export function ConsentPage() {
  const { format } = useSpeech()
  const consent = useConsentWords()
  const site = useSite()
  // It names the operator: without the name it would be no document.
  if (!site) return <PageSkeleton />
  return (
    <Page title={consent.title} lead={consent.lead}>
      <article className="card document">
        <p>
          <b>{consent.version(format.date(CONSENT_VERSION))}</b>. {consent.original}
        </p>
        {consent.sections(site.organisationName).map(({ heading, text }) => (
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
