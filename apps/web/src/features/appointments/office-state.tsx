import type { Office } from '@rodnik/contract/offices'
import { addDays } from '@rodnik/domain/calendar/days'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'

/** «Открыто до 17:30», by the office's own clock. */
export function OfficeState({ office, now }: { office: Office; now: string }) {
  const { offices: say } = useAppointmentsWords()
  const { time, dayOf, isoDay } = useOfficeTime(office.timeZone)
  const { isOpen, changesAt } = office
  if (changesAt === null) return <span className="tag stop">{say.closedLong}</span>
  if (isOpen) return <span className="tag ok">{say.open(time(changesAt))}</span>
  const [today, tomorrow] = [isoDay(now), addDays(isoDay(now), 1)]
  const opens = isoDay(changesAt)
  const atTime = time(changesAt)
  const soon = opens === today ? say.today(atTime) : say.tomorrow(atTime)
  const when = opens === today || opens === tomorrow ? soon : say.to(dayOf(changesAt), atTime)
  return <span className="tag warn">{say.closed(when)}</span>
}
