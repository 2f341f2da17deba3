import { useEffect } from 'react'
import { Receipt } from '../features/confirmation/receipt.tsx'
import { QuickForm } from '../features/quick/quick-form.tsx'
import { useQuickForm } from '../features/quick/use-quick-form.ts'
import { arrive } from '../lib/arrival.ts'
import { useSpeech } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

export function QuickPage() {
  const { words } = useSpeech()
  const { quick, confirmation } = words
  const form = useQuickForm()
  const taken = form.confirmation

  useEffect(() => {
    if (taken) arrive()
  }, [taken])

  if (!taken) {
    return (
      <Page title={quick.title} lead={quick.lead}>
        <QuickForm form={form} />
      </Page>
    )
  }
  const isOnReview = taken.readings.some((reading) => reading.state === 'on_review')
  return (
    <Page
      title={confirmation.title(taken.number)}
      heading={isOnReview ? confirmation.headingReview : confirmation.heading}
    >
      <Receipt taken={taken}>
        <button type="button" onClick={form.again}>
          {quick.again}
        </button>
      </Receipt>
    </Page>
  )
}
