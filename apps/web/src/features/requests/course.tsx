import type { RequestView } from '@rodnik/contract/requests'
import { useSpeech } from '../../lib/language.tsx'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { type Milestone, milestonesOf } from './milestones.ts'

/** How far a request has come, stage by stage. */
export function Course({ request }: { request: RequestView }) {
  const { request: say } = useRequestsWords()
  return (
    <ol className="course" aria-label={say.steps.label}>
      {milestonesOf(request).map((milestone) => (
        <Stage key={milestone.name} milestone={milestone} />
      ))}
    </ol>
  )
}

function Stage({ milestone: { name, place, at, until } }: { milestone: Milestone }) {
  const { request: say } = useRequestsWords()
  const { format } = useSpeech()
  const { moment } = useCityTime()
  const today = useSite()?.today ?? until ?? ''
  return (
    <li className={place} aria-current={place === 'isNow' ? 'step' : undefined}>
      <b>{say.steps[name]}</b>
      <span className="sr">, {say.steps[place]}</span>
      {at !== undefined && <span className="hint">{moment(at)}</span>}
      {until !== undefined && <span className="hint">{say.steps.until(format.day(until, today))}</span>}
    </li>
  )
}
