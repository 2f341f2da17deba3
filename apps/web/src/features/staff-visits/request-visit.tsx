import type { DeskVisitWish } from '@rodnik/contract/staff-visits'
import type { RequestVisits, Visit } from '@rodnik/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ChooseForCaller } from './choose-for-caller.tsx'
import { VisitAct } from './visit-act.tsx'
import { requestVisitsQuery, useVisitWish } from './visits.queries.ts'

/** The visit of a request on its card: choose for whoever calls, move, cancel, say whose fault it was. */
export function RequestVisit({ requestId }: { requestId: string }) {
  const { data, error } = useQuery(requestVisitsQuery(requestId))
  const wish = useVisitWish(requestId)
  if (!data) return error ? <StaffFailure error={error} /> : null
  return (
    <>
      {data.current && <Standing visits={data} current={data.current} />}
      <Ways visits={data} wish={wish} />
    </>
  )
}

function Standing({ visits: { isPriority }, current }: { visits: RequestVisits; current: Visit }) {
  const { visits: words } = useStaffWords()
  const { format } = useSpeech()
  const { day, from, to, state, missedBy, inspectorName, entrance, phone } = current
  return (
    <>
      <p>
        <b>
          {format.date(day)}, {from}–{to}
        </b>
        {' — '}
        {words.states[state]}
        {missedBy && `, ${words.missedBy[missedBy]}`}
        {state === 'booked' && `, ${inspectorName ?? words.nobody}`}
      </p>
      {(entrance !== '' || phone !== '') && (
        <p className="hint">{[entrance, phone].filter((text) => text !== '').join(' · ')}</p>
      )}
      {isPriority && <p className="hint">{words.priority}</p>}
      {current.actNumber && <VisitAct visitId={current.id} number={current.actNumber} />}
    </>
  )
}

type WaysProps = { visits: RequestVisits; wish: ReturnType<typeof useVisitWish> }

function Ways({ visits, wish }: WaysProps) {
  const { visits: words } = useStaffWords()
  const [open, setOpen] = useState<'book' | 'utility' | 'resident' | null>(null)
  const close = () => setOpen(null)
  const send = (body: DeskVisitWish) => wish.mutate(body, { onSuccess: close })
  const isBooked = visits.may.includes('cancel')
  return (
    <>
      {wish.error && open === null && <StaffFailure error={wish.error} said={words.refused} />}
      <p className="actions">
        {visits.may.includes('book') && (
          <button type="button" className="quiet" onClick={() => setOpen('book')}>
            {isBooked ? words.move : words.choose}
          </button>
        )}
        {isBooked && (
          <>
            <button type="button" className="quiet" onClick={() => send({ type: 'cancel' })}>
              {words.cancel}
            </button>
            <button type="button" className="quiet" onClick={() => setOpen('utility')}>
              {words.missedByUs}
            </button>
            <button type="button" className="quiet" onClick={() => setOpen('resident')}>
              {words.missedByThem}
            </button>
          </>
        )}
      </p>
      {open === 'book' && <ChooseForCaller visits={visits} wish={wish} onSend={send} onClose={close} />}
      {(open === 'utility' || open === 'resident') && (
        <ReasonDialog
          title={open === 'utility' ? words.missedByUs : words.missedByThem}
          text={words.missedText}
          error={wish.error}
          isPending={wish.isPending}
          said={words.refused}
          onReason={(note) => send({ type: 'missed', by: open, note })}
          onClose={close}
        />
      )}
    </>
  )
}
