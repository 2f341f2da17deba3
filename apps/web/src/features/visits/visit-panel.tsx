import type { RequestVisits } from '@rodnik/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { ChooseWindow } from './choose-window.tsx'
import { CurrentVisit } from './current-visit.tsx'
import { PastVisits } from './past-visits.tsx'
import { useVisitChange } from './use-visit-change.ts'
import { atPicture, VisitGuard } from './visit-guard.tsx'
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
  const { formRef, typed, data, error, refetch } = useShown(scope)
  const guard = { picture: scope.picture, formRef }
  if (data && !data.current && !data.may.includes('book')) return null
  if (!data && !error) return null
  return (
    <section className="card visit-panel" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {data ? (
        <Standing visits={data} scope={scope} onChanged={onChanged} typed={typed} guard={guard} />
      ) : (
        <>
          <SaidFailure error={error} {...atPicture(scope)} />
          <VisitGuard {...guard} error={error} onShow={() => void refetch()} />
        </>
      )}
      {data && <PastVisits visits={data.past} />}
    </section>
  )
}

/** The visits, and what has been typed under the picture where one is asked for. */
function useShown(scope: VisitScope) {
  const formRef = useRef<HTMLFormElement>(null)
  const typed = () => new FormData(formRef.current ?? undefined)
  const { data, error, refetch } = useQuery({
    queryKey: scope.key,
    queryFn: ({ signal }) => scope.show(signal, typed()),
  })
  const { picture } = scope
  const settled = useRef<unknown>(null)
  useEffect(() => {
    const outcome = error ?? data
    if (!picture || settled.current === outcome) return
    settled.current = outcome
    if (error) picture.afterFailure(error)
    else picture.forget()
  }, [data, error, picture])
  return { formRef, typed, data, error, refetch }
}

type StandingProps = Props & {
  visits: RequestVisits
  typed: () => FormData
  guard: Omit<Parameters<typeof VisitGuard>[0], 'error'>
}

function Standing({ visits, scope, onChanged, typed, guard }: StandingProps) {
  const { choose, refused } = useVisitsWords()
  const [isMoving, setIsMoving] = useState(false)
  const change = useVisitChange(scope, typed, () => {
    setIsMoving(false)
    onChanged()
  })
  const { current, may } = visits
  const isBooked = current?.state === 'booked'
  const isChoosing = may.includes('book') && (isMoving || !isBooked)
  return (
    <>
      {current && <CurrentVisit visits={visits} current={current} scope={scope} typed={typed} />}
      {visits.isPriority && may.includes('book') && !isBooked && (
        <Notice kind="info" title={choose.priority.title}>
          <p>{choose.priority.text}</p>
        </Notice>
      )}
      <SaidFailure
        error={change.error}
        said={{ ...refused, visit_taken: choose.taken }}
        {...atPicture(scope)}
      />
      <VisitGuard {...guard} error={change.error} />
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
