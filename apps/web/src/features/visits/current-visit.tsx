import type { RequestVisits, Visit } from '@rodnik/contract/visits'
import { useMutation } from '@tanstack/react-query'
import { useSpeech } from '../../lib/language.tsx'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { visitDay } from './visit-day.ts'
import { atPicture } from './visit-guard.tsx'
import type { VisitScope } from './visit-scope.ts'

type Props = { visits: RequestVisits; current: Visit; scope: VisitScope; typed: () => FormData }

/** The visit that lies ahead or has just been, in words. */
export function CurrentVisit({ visits: { commissionedFrom }, current, scope, typed }: Props) {
  const words = useVisitsWords()
  const { language, format } = useSpeech()
  const { state, day, from, to, missedBy, actNumber } = current
  return (
    <div className="current-visit">
      <p className="strong">{words.states[state]}</p>
      <p className="when">{words.when(visitDay(day, language), words.window(from, to))}</p>
      {missedBy && <p>{words.missedBy[missedBy]}</p>}
      {commissionedFrom && <p>{words.commissioned(format.date(commissionedFrom))}</p>}
      {state === 'booked' && <Inspector name={current.inspectorName} />}
      {actNumber && <ActLink number={actNumber} visitId={current.id} scope={scope} typed={typed} />}
    </div>
  )
}

function Inspector({ name }: { name: string | null }) {
  const words = useVisitsWords()
  return <p>{name === null ? words.noInspector : words.inspector(name)}</p>
}

type ActProps = { number: string; visitId: string; scope: VisitScope; typed: () => FormData }

function ActLink({ number, visitId, scope, typed }: ActProps) {
  const words = useVisitsWords()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => scope.takeAct({ visitId, number }, typed()),
    onSuccess: () => scope.picture?.forget(),
    onError: (failure) => scope.picture?.afterFailure(failure),
  })
  return (
    <>
      <button type="button" aria-disabled={isPending} onClick={() => !isPending && mutate()}>
        {scope.isExtract ? words.extract(number) : words.act(number)}
      </button>
      <SaidFailure error={error} {...atPicture(scope)} />
    </>
  )
}
