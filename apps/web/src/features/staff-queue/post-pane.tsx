import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { useState } from 'react'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { LateDialog } from './late-dialog.tsx'
import { QueueTable } from './queue-table.tsx'

type Post = Queue['specialists'][number]
type Props = { queue: Queue; post: Post }

/** One post: whom it serves, who is next, and all of the day. */
export function PostPane({ queue, post }: Props) {
  const { queue: words } = useStaffWords()
  const { language } = useSpeech()
  const [isLate, setIsLate] = useState(false)
  const rows = queue.appointments.filter(({ specialistId }) => specialistId === post.id)
  const name = post.name[language]
  return (
    <Pane title={name} isWhole>
      {queue.day === queue.today && (
        <p className="head">
          <NowAndNext queue={queue} rows={rows} />
          {post.lateMinutes !== null && <span className="tag warn">{words.lateBy(post.lateMinutes)}</span>}
          <button
            type="button"
            className="tool"
            aria-label={`${words.late}: ${name}`}
            onClick={() => setIsLate(true)}
          >
            {words.late}
          </button>
        </p>
      )}
      {rows.length === 0 ? <p>{words.none}</p> : <QueueTable queue={queue} rows={rows} label={name} />}
      {isLate && (
        <LateDialog
          specialistId={post.id}
          name={name}
          lateMinutes={post.lateMinutes}
          onClose={() => setIsLate(false)}
        />
      )}
    </Pane>
  )
}

function NowAndNext({ queue, rows }: { queue: Queue; rows: QueuedAppointment[] }) {
  const { queue: words } = useStaffWords()
  const { time } = useOfficeTime(queue.office.timeZone)
  const inWords = (queued: QueuedAppointment | undefined) =>
    queued ? `${time(queued.startsAt)} ${accountNumberOnPaper(queued.accountNumber)}` : words.nobody
  const waiting = rows.filter(({ state }) => state === 'arrived')
  const next = waiting[0] ?? rows.find(({ state }) => state === 'booked')
  return (
    <span>
      {words.now}: <b>{inWords(rows.find(({ state }) => state === 'serving'))}</b> · {words.next}:{' '}
      <b>{inWords(next)}</b> · {words.waiting(waiting.length)}
    </span>
  )
}
