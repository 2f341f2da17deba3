import type { Confirmation } from '@rodnik/contract/submissions'
import { useEffect } from 'react'
import { Receipt } from '../features/confirmation/receipt.tsx'
import { arrive } from '../lib/arrival.ts'
import { useSpeech } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

/** What takes the place of the quick form when its readings have been taken. */
export function QuickReceipt({ taken, again }: { taken: Confirmation; again: () => void }) {
  const { quick, confirmation } = useSpeech().words
  useEffect(arrive, [])
  const isOnReview = taken.readings.some((reading) => reading.state === 'on_review')
  return (
    <Page
      title={confirmation.title(taken.number)}
      heading={isOnReview ? confirmation.headingReview : confirmation.heading}
    >
      <Receipt taken={taken}>
        <button type="button" onClick={again}>
          {quick.again}
        </button>
      </Receipt>
    </Page>
  )
}
