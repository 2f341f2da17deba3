import type { PlaceWanted } from '@rodnik/contract/appointments'
import type { RequestOf } from '@rodnik/contract/endpoint'
import { listFreeTimes } from '@rodnik/contract/offices'
import * as contract from '@rodnik/contract/staff-appointments'
import { listStaffOffices } from '@rodnik/contract/staff-offices'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, call, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'

export const staffOfficesQuery = queryOptions({
  queryKey: ['staff', 'offices'],
  queryFn: ({ signal }) => call(listStaffOffices, {}, signal),
})

const queueKey = ['staff', 'queue'] as const
const LOOK_AGAIN_MS = 15_000

/** Looked at again by itself: the window beside this one calls people too. */
export const queueQuery = (officeId: string, day: string | undefined) =>
  queryOptions({
    queryKey: [...queueKey, officeId, day],
    queryFn: ({ signal }) => call(contract.showQueue, { querystring: { officeId, day } }, signal),
    enabled: officeId !== '',
    refetchInterval: LOOK_AGAIN_MS,
  })

type Sought = { officeId: string; topicId: string; day: string; specialistId: string | undefined }

export const freeTimesQuery = ({ officeId, topicId, ...querystring }: Sought) =>
  queryOptions({
    queryKey: ['staff', 'free-times', officeId, topicId, querystring],
    queryFn: ({ signal }) => call(listFreeTimes, { params: { officeId, topicId }, querystring }, signal),
    enabled: officeId !== '' && topicId !== '' && querystring.day !== '',
    staleTime: 0,
    gcTime: 0,
  })

/** Whatever comes of it, the list is looked at again: others may have been quicker. */
function useQueueChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queueKey }),
        queryClient.invalidateQueries({ queryKey: ['staff', 'free-times'] }),
      ]),
  })
}

export const useStep = (id: string) =>
  useQueueChange((step: contract.AppointmentStep) =>
    call(contract.takeStep, { params: { id }, body: { step } }),
  )

export const useCancel = (id: string) =>
  useQueueChange((reason: string) => call(contract.cancelForCaller, { params: { id }, body: { reason } }))

export const useMove = (id: string) =>
  useQueueChange((body: PlaceWanted) => call(contract.moveForCaller, { params: { id }, body }))

export const useLate = (id: string) =>
  useQueueChange((minutes: number) => call(contract.sayLate, { params: { id }, body: { minutes } }))

export type CallerBooking = RequestOf<typeof contract.bookForCaller>['body']

const INTENTION = 'appointment-of-caller'

export const useBookForCaller = () =>
  useQueueChange(async (body: CallerBooking) => {
    const { key } = intentionFor(INTENTION, body, JSON.stringify(body))
    try {
      const queued = await call(contract.bookForCaller, { headers: { 'idempotency-key': key }, body })
      settleIntention(INTENTION)
      return queued
    } catch (error) {
      if (!(error instanceof ApiError) || !isUndecided(error.code)) settleIntention(INTENTION)
      throw error
    }
  })
