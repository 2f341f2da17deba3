import type { Confirmation } from '@rodnik/contract/submissions'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Receipt } from '../features/confirmation/receipt.tsx'
import { useCabinetScope } from '../lib/cabinet-scope.ts'
import { useSpeech } from '../lib/language.tsx'
import { useSite } from '../lib/site.queries.ts'
import { submissionQuery } from '../lib/submission.queries.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

export function ConfirmationPage() {
  const { number = '' } = useParams()
  const query = useQuery(submissionQuery(number))
  return <Loaded query={query}>{(taken) => <ConfirmationView taken={taken} />}</Loaded>
}

/** A confirmation that has been found, of a guest or of somebody signed in. */
export function ConfirmationView({ taken }: { taken: Confirmation }) {
  const { confirmation } = useSpeech().words
  const { home } = useCabinetScope()
  const site = useSite()
  const isOnReview = taken.readings.some((reading) => reading.state === 'on_review')
  const isOpen = site?.window.isOpen === true && site.window.period === taken.period
  return (
    <Page
      title={confirmation.title(taken.number)}
      heading={isOnReview ? confirmation.headingReview : confirmation.heading}
    >
      <Receipt taken={taken}>
        <Link className="button" to={home}>
          {isOpen ? confirmation.fix : confirmation.toCabinet}
        </Link>
      </Receipt>
    </Page>
  )
}
