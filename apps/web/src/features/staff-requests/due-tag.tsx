import { daysBetween } from '@rodnik/domain/calendar/days'
import { useSite } from '../../lib/site.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'

/** Due today or tomorrow is soon. */
const SOON_DAYS = 1

const toneOf = (days: number) => (days < 0 ? 'stop' : days <= SOON_DAYS ? 'warn' : '')

/** How long there is to answer, in words and colour; of what is closed only the day. */
export function DueTag({ dueOn, isOpen }: { dueOn: string; isOpen: boolean }) {
  const { due } = useStaffWords().requestQueue
  const { date } = useCityTime()
  const today = useSite()?.today
  if (!isOpen || today === undefined) return date(dueOn)
  const days = daysBetween(today, dueOn)
  const inWords = () => {
    if (days < 0) return due.late(-days)
    if (days === 0) return due.today
    return days === 1 ? due.tomorrow : due.later(days)
  }
  return (
    <>
      <span className={`due tag ${toneOf(days)}`}>{inWords()}</span>
      <div className="unknown">{date(dueOn)}</div>
    </>
  )
}
