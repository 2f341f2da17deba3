import type { WaitingReading } from '@rodnik/contract/staff-readings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DecideDialog } from '../../features/staff-reviews/decide-dialog.tsx'
import { reviewsQuery } from '../../features/staff-reviews/reviews.queries.ts'
import { WaitingTable } from '../../features/staff-reviews/waiting-table.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function ReviewsPage() {
  const { reviews: words } = useStaffWords()
  const [open, setOpen] = useState<{ reading: WaitingReading; counts: boolean }>()
  return (
    <Page title={words.title} lead={words.lead}>
      <StaffLoaded query={useQuery(reviewsQuery())}>
        {({ readings, hasMore }) => (
          <>
            {readings.length === 0 ? (
              <output>{words.none}</output>
            ) : (
              <WaitingTable
                readings={readings}
                onDecide={(reading, counts) => setOpen({ reading, counts })}
              />
            )}
            {hasMore && <p>{words.more}</p>}
          </>
        )}
      </StaffLoaded>
      {open && <DecideDialog {...open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
