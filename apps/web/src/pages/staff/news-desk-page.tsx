import type { StaffNews } from '@rodnik/contract/staff-news'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NewNewsDialog, NewsDialog } from '../../features/staff-notices/news-dialog.tsx'
import { NewsTable } from '../../features/staff-notices/news-table.tsx'
import { newsQuery, useNewsStep } from '../../features/staff-notices/notices.queries.ts'
import { siteQuery } from '../../lib/site.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** What everybody reads, and what is to come. */
export function NewsDeskPage() {
  const query = useQuery(newsQuery)
  const site = useQuery(siteQuery)
  return (
    <StaffLoaded query={site}>
      {({ timeZone }) => (
        <StaffLoaded query={query}>{({ news }) => <Desk news={news} timeZone={timeZone} />}</StaffLoaded>
      )}
    </StaffLoaded>
  )
}

function Desk({ news, timeZone }: { news: readonly StaffNews[]; timeZone: string }) {
  const { newsDesk: words, outageDesk } = useStaffWords()
  /** An id, or a new one. */
  const [open, setOpen] = useState<string | null>(null)
  const step = useNewsStep()
  const edited = news.find(({ id }) => id === open)
  const close = () => setOpen(null)
  return (
    <Page title={words.title} lead={words.lead}>
      <p className="actions">
        <button type="button" onClick={() => setOpen('new')}>
          {words.add}
        </button>
      </p>
      {step.error && <StaffFailure error={step.error} said={outageDesk.refused} />}
      {news.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <NewsTable
          news={news}
          isPending={step.isPending}
          onEdit={({ id }) => setOpen(id)}
          onStep={({ id, version }, wish) => step.mutate({ id, version, step: wish })}
        />
      )}
      {open === 'new' && <NewNewsDialog timeZone={timeZone} onClose={close} />}
      {edited && <NewsDialog key={edited.id} news={edited} timeZone={timeZone} onClose={close} />}
    </Page>
  )
}
