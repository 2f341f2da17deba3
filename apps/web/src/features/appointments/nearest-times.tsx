import { Link } from 'react-router'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { ApiError } from '../../lib/call.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { stepAddress } from './step-address.ts'
import type { PlaceProps } from './step-frame.tsx'

/** Somebody was quicker: the nearest times as buttons, one press away. */
export function NearestTimes({ place, error }: { place: PlaceProps; error: Error | null }) {
  const { taken: say } = useAppointmentsWords().steps
  const { whole, isoDay } = useOfficeTime(place.office.timeZone)
  if (!(error instanceof ApiError) || error.code !== 'slot_taken') return null
  const { scope, chosen } = place
  const slots = error.problem?.slots ?? []
  const lead = chosen.moving ? say.keptText : say.text
  return (
    <Notice kind="warn" title={say.title} isUrgent>
      <p>{slots.length > 0 ? lead : say.none}</p>
      <ul className="slots nearest">
        {slots.map(({ startsAt }) => (
          <li key={startsAt}>
            <Link
              className="slot"
              to={stepAddress(scope, { ...chosen, day: isoDay(startsAt), startsAt })}
              replace
            >
              <b>{whole(startsAt)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
