import type { Cabinet } from '@rodnik/contract/cabinet'
import { daysBetween } from '@rodnik/domain/calendar/days'
import { useSpeech } from '../../lib/language.tsx'
import { nextOpening } from '../../lib/next-opening.ts'
import { CallLink } from '../../ui/call-link.tsx'

/** How long readings are still taken, or when they will be again and what to do until then. */
export function WindowStrip({ cabinet: { window, today } }: { cabinet: Cabinet }) {
  const { words, format } = useSpeech()
  const { cabinet } = words
  if (window.isOpen) {
    const daysLeft = daysBetween(today, window.closesOn)
    return (
      <div className="strip">
        <b>{daysLeft === 0 ? cabinet.openLastDay : cabinet.openLeft(words.days(daysLeft), daysLeft)}</b>
        <span>{cabinet.openText(format.day(window.closesOn, today))}</span>
      </div>
    )
  }
  const nextDay = format.day(nextOpening({ window, today }), today)
  return (
    <div className="strip closed">
      <b>{cabinet.closedTitle}</b>
      <span>
        {today < window.opensOn
          ? cabinet.notYetText(nextDay)
          : cabinet.closedText(format.day(window.closesOn, today), nextDay)}
      </span>
      <CallLink className="button quiet" isButton />
    </div>
  )
}
