import type { Appointment, NewAppointment, PlaceWanted } from '@rodnik/contract/appointments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import { type BookerScope, book, mineKey, move, type Named } from './appointments.queries.ts'
import { listAddress } from './step-address.ts'

/** What has just been done, for the list to say. */
export type JustDone = { number: string; how: 'booked' | 'moved' }

const INTENTION = 'appointment'

function useArrival(scope: BookerScope) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async (appointment: Appointment, how: JustDone['how']) => {
    await queryClient.invalidateQueries({ queryKey: ['appointments'] })
    const done: JustDone = { number: appointment.number, how }
    void navigate(listAddress(scope), { state: done, replace: true })
  }
}

/** Makes the appointment once, however often the button is pressed. */
export function useBooking(scope: BookerScope) {
  const arrive = useArrival(scope)
  return useMutation({
    networkMode: 'always',
    mutationKey: mineKey(scope),
    mutationFn: (body: NewAppointment) =>
      book(scope, intentionFor(INTENTION, body, JSON.stringify({ scope, body }))),
    onSuccess: (appointment) => {
      settleIntention(INTENTION)
      return arrive(appointment, 'booked')
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || !isUndecided(error.code)) settleIntention(INTENTION)
    },
  })
}

export function useMoving(scope: BookerScope) {
  const arrive = useArrival(scope)
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ named, wanted }: { named: Named; wanted: PlaceWanted }) => move(scope, named, wanted),
    onSuccess: (appointment) => arrive(appointment, 'moved'),
  })
}
