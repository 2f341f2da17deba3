import type { OutageBrief } from '@rodnik/contract/outages'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useNoticesWords } from '../../lib/notices-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { guestOutagesQuery, myOutagesQuery } from './notices.queries.ts'
import { OutageFacts } from './outage-facts.tsx'
import '../../ui/styles/notices.css'

type Shown = OutageBrief & { title?: { ru: string; en: string } }

/** What concerns the address of the cabinet, the nearest first; nothing where nothing does. */
export function GuestOutages() {
  const { data } = useQuery(guestOutagesQuery)
  return <Outages outages={data?.outages ?? []} />
}

export function MyOutages({ accountId }: { accountId: string }) {
  const { data } = useQuery(myOutagesQuery(accountId))
  return <Outages outages={data?.outages ?? []} />
}

function Outages({ outages }: { outages: readonly Shown[] }) {
  const { banner } = useNoticesWords()
  const { language } = useSpeech()
  const [first] = outages
  if (!first) return null
  const isNow = first.state === 'under_way'
  return (
    <section aria-label={banner[isNow ? 'under_way' : 'planned']} className="outage-banner">
      <Notice kind={isNow ? 'warn' : 'info'} title={banner[isNow ? 'under_way' : 'planned']}>
        {first.title && <p>{first.title[language]}</p>}
        <OutageFacts outage={first} />
        <p className="actions">
          <Link to="/outages">{banner.more}</Link>
        </p>
      </Notice>
    </section>
  )
}
