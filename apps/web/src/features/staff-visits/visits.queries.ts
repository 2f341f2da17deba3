import * as contract from '@rodnik/contract/staff-visits'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, call, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'

const visitsKey = ['staff', 'visits'] as const

export const dayVisitsQuery = (day: string | undefined, district: string | undefined) =>
  queryOptions({
    queryKey: [...visitsKey, 'day', day ?? '', district ?? ''],
    queryFn: ({ signal }) => call(contract.listDayVisits, { querystring: { day, district } }, signal),
    placeholderData: keepPreviousData,
  })

export const exceptionsQuery = queryOptions({
  queryKey: [...visitsKey, 'exceptions'],
  queryFn: ({ signal }) => call(contract.listVisitExceptions, {}, signal),
})

export const requestVisitsQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...visitsKey, 'request', requestId],
    queryFn: ({ signal }) => call(contract.showRequestVisits, { params: { id: requestId } }, signal),
  })

function useVisitsMutation<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: visitsKey }),
  })
}

export const useAssignment = () =>
  useVisitsMutation((body: { visitIds: string[]; inspectorId: string | null }) =>
    call(contract.assignVisits, { body }),
  )

export type NewException = Omit<contract.VisitException, 'id'>

export const useNewException = () =>
  useVisitsMutation((body: NewException) => call(contract.addVisitException, { body }))

export const useExceptionEnd = () =>
  useVisitsMutation((id: string) => call(contract.removeVisitException, { params: { id } }))

export const photosQuery = (visitId: string) =>
  queryOptions({
    queryKey: [...visitsKey, 'photos', visitId],
    queryFn: ({ signal }) => call(contract.listVisitPhotos, { params: { id: visitId } }, signal),
  })

/** Sent once, however often it is pressed; the card and the queue are loaded anew. */
export function useVisitWish(requestId: string) {
  const queryClient = useQueryClient()
  const name = `intention.desk-visit.${requestId}`
  return useMutation({
    mutationFn: (wish: contract.DeskVisitWish) => {
      const { key, body } = intentionFor(name, wish, JSON.stringify(wish))
      return call(contract.changeRequestVisit, {
        params: { id: requestId },
        headers: { 'idempotency-key': key },
        body,
      })
    },
    onSettled: (_visits, error) => {
      if (!(error instanceof ApiError && isUndecided(error.code))) settleIntention(name)
      return queryClient.invalidateQueries({ queryKey: ['staff'] })
    },
  })
}
