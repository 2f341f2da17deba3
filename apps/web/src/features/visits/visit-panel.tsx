import type { RequestVisits } from '@rodnik/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { ChooseWindow } from './choose-window.tsx'
import { CurrentVisit } from './current-visit.tsx'
import { PastVisits } from './past-visits.tsx'
import { useVisitChange } from './use-visit-change.ts'
import type { VisitScope } from './visit-scope.ts'
import { Ways } from './ways.tsx'
import '../../ui/styles/visits.css'

type Props = {
  scope: VisitScope
  /** The request has become another one by what happened to the visit. */
  onChanged: () => void
}

/** When the inspector comes: the day and window to choose, to move, to cancel; at the end the act. */
export function VisitPanel({ scope, onChanged }: Props) {
  const id = useId()
  const { heading } = useVisitsWords()
  const { data, error } = useQuery({
    queryKey: scope.key,
    queryFn: ({ signal }) => scope.show(signal),
  })
  if (!data) return error ? <SaidFailure error={error} /> : null
  if (!data.current && !data.may.includes('book')) return null
  return (
    <section className="card visit-panel" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Standing visits={data} scope={scope} onChanged={onChanged} />
      <PastVisits visits={data.past} />
    </section>
  )
}

type StandingProps = Props & { visits: RequestVisits }

function Standing({ visits, scope, onChanged }: StandingProps) {
  const { choose, refused } = useVisitsWords()
  const [isMoving, setIsMoving] = useState(false)
  const change = useVisitChange(scope, () => {
    setIsMoving(false)
    onChanged()
  })
  const { current, may } = visits
  const isBooked = current?.state === 'booked'
  const isChoosing = may.includes('book') && (isMoving || !isBooked)
  return (
    <>
      {current && <CurrentVisit visits={visits} current={current} scope={scope} />}
      {visits.isPriority && may.includes('book') && !isBooked && (
        <Notice kind="info" title={choose.priority.title}>
          <p>{choose.priority.text}</p>
        </Notice>
      )}
      <SaidFailure error={change.error} said={{ ...refused, visit_taken: choose.taken }} />
      {isChoosing ? (
        <ChooseWindow
          visits={visits}
          isPending={change.isPending}
          onChoose={(choice) => change.mutate({ type: 'book', ...choice })}
          {...(isBooked && { onStay: () => setIsMoving(false) })}
        />
      ) : (
        <Ways
          may={may}
          isPending={change.isPending}
          onMove={() => setIsMoving(true)}
          onWish={(type) => change.mutate({ type })}
        />
      )}
    </>
  )
}
