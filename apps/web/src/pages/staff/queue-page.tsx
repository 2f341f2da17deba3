import type { Queue } from '@rodnik/contract/staff-appointments'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { BookDialog } from '../../features/staff-queue/book-dialog.tsx'
import { PostPane } from '../../features/staff-queue/post-pane.tsx'
import { queueQuery, staffOfficesQuery } from '../../features/staff-queue/queue.queries.ts'
import { QueueTable } from '../../features/staff-queue/queue-table.tsx'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { ChoiceSelect } from '../../ui/staff/choice-select.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** The people of a day; office and day stand in the address, so that each window keeps its own. */
export function QueuePage() {
  const { queue: words } = useStaffWords()
  const { language } = useSpeech()
  const [asked, setAsked] = useSearchParams()
  const offices = useQuery(staffOfficesQuery)
  const open = offices.data?.offices.filter(({ isActive }) => isActive) ?? []
  const officeId = asked.get('office') ?? open[0]?.id ?? ''
  const day = asked.get('day') ?? undefined
  const choose = (to: { office?: string; day?: string }) =>
    setAsked({ office: officeId, ...(day !== undefined && { day }), ...to }, { replace: true })
  return (
    <StaffLoaded query={offices}>
      {({ offices: all }) => (
        <Page title={words.title} lead={all.length === 0 ? words.noOffices : words.lead}>
          {all.length > 0 && (
            <Day key={officeId} officeId={officeId} day={day} onDay={(to) => choose({ day: to })}>
              <ChoiceSelect
                label={words.office}
                value={officeId}
                options={all.map(({ id, name }) => ({ value: id, name: name[language] }))}
                onChoose={(office) => choose({ office })}
              />
            </Day>
          )}
        </Page>
      )}
    </StaffLoaded>
  )
}

type DayProps = {
  officeId: string
  day: string | undefined
  onDay: (day: string) => void
  children: React.ReactNode
}

function Day({ officeId, day, onDay, children }: DayProps) {
  return (
    <StaffLoaded query={useQuery(queueQuery(officeId, day))}>
      {(queue) => (
        <>
          <DayMenu queue={queue} onDay={onDay}>
            {children}
          </DayMenu>
          <div className="panes">
            <Outside queue={queue} />
            {queue.specialists.map((post) => (
              <PostPane key={post.id} queue={queue} post={post} />
            ))}
          </div>
        </>
      )}
    </StaffLoaded>
  )
}

function DayMenu({ queue, onDay, children }: { queue: Queue } & Pick<DayProps, 'onDay' | 'children'>) {
  const { queue: words } = useStaffWords()
  const [isBooking, setIsBooking] = useState(false)
  return (
    <>
      <div className="find no-print">
        {children}
        <Field
          label={words.day}
          name="day"
          type="date"
          value={queue.day}
          onChange={({ currentTarget }) => currentTarget.value && onDay(currentTarget.value)}
        />
        <button type="button" className="quiet" onClick={() => onDay(queue.today)}>
          {words.today}
        </button>
        <button type="button" onClick={() => setIsBooking(true)}>
          {words.book}
        </button>
        <button type="button" className="quiet" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
      {isBooking && <BookDialog queue={queue} onClose={() => setIsBooking(false)} />}
    </>
  )
}

function Outside({ queue }: { queue: Queue }) {
  const { outside: say } = useStaffWords().queue
  if (queue.outside.length === 0) return null
  return (
    <Pane title={say.title} isWhole>
      <p>{say.lead}</p>
      <QueueTable queue={queue} rows={queue.outside} label={say.title} isAhead />
    </Pane>
  )
}
