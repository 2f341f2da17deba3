import type { Appointment } from '@rodnik/contract/appointments'
import type { FormEvent } from 'react'
import { useAppointmentsWords } from '../../lib/appointments-words.ts'
import { LoadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { NearestTimes } from './nearest-times.tsx'
import { PlaceFacts } from './place-facts.tsx'
import type { PlaceProps } from './step-frame.tsx'
import { useAppointments } from './use-appointments.ts'
import { useMoving } from './use-booking.ts'

type Props = { place: PlaceProps; startsAt: string; moving: string }

/** The old time and the new one; until the button is pressed the old one holds. */
export function MoveForm({ place, startsAt, moving }: Props) {
  const { refused } = useAppointmentsWords()
  const { query, together } = useAppointments(place.scope)
  return (
    <LoadedPart query={query}>
      {({ appointments }) => {
        const moved = together(appointments).find(({ number }) => number === moving)
        return moved ? (
          <Move place={place} startsAt={startsAt} moved={moved} />
        ) : (
          <Notice kind="stop" title={refused.not_found.title}>
            <p>{refused.not_found.text}</p>
          </Notice>
        )
      }}
    </LoadedPart>
  )
}

function Move({ place, startsAt, moved }: { place: PlaceProps; startsAt: string; moved: Appointment }) {
  const { steps, refused } = useAppointmentsWords()
  const { sure: say } = steps
  const moving = useMoving(place.scope)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (moving.isPending) return
    const { office, chosen } = place
    const wanted = { officeId: office.id, startsAt, specialistId: chosen.who ?? null }
    moving.mutate({ named: { number: moved.number, code: moved.code }, wanted })
  }
  return (
    <form className="card narrow" onSubmit={onSubmit}>
      <PlaceFacts place={place} startsAt={startsAt} was={moved.startsAt} />
      <NearestTimes place={place} error={moving.error} />
      <SaidFailure error={moving.error} said={refused} atField="slot_taken" />
      <button className="wide" aria-disabled={moving.isPending}>
        {moving.isPending ? say.moving : say.move}
      </button>
    </form>
  )
}
