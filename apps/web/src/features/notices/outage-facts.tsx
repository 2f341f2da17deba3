import type { OutageBrief, OutageState } from '@rodnik/contract/outages'
import { useNoticesWords } from '../../lib/notices-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'

const TAGS: Record<OutageState, string> = {
  under_way: 'stop',
  planned: 'warn',
  over: 'quiet-tag',
  cancelled: 'quiet-tag',
}

export function StateTag({ state }: { state: OutageState }) {
  return <span className={`tag ${TAGS[state]}`}>{useNoticesWords().states[state]}</span>
}

type Props = { outage: OutageBrief & { endedAt?: string | null } }

/** What is cut off, since when and until when. */
export function OutageFacts({ outage }: Props) {
  const words = useNoticesWords()
  const { moment } = useCityTime()
  const { services, startsAt, expectedEndAt, endedAt, state, isLate } = outage
  return (
    <>
      <p>{words.noService(services.map((service) => words.services[service]))}</p>
      <ul className="plain">
        <li>{words.from(moment(startsAt))}</li>
        {endedAt ? (
          <li>{words.ended(moment(endedAt))}</li>
        ) : (
          <li>{expectedEndAt === null ? words.untilUnknown : words.until(moment(expectedEndAt))}</li>
        )}
      </ul>
      {isLate && state === 'under_way' && (
        <p>
          <b>{words.late}</b>
        </p>
      )}
    </>
  )
}
