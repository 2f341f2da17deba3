import * as contract from '@rodnik/contract/appointments'
import { listFreeDays, listFreeTimes, listOffices } from '@rodnik/contract/offices'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'

/** Whose appointments: of an account of one's own, or of the account of the entry. */
export type BookerScope = { accountId: string } | 'guest'

export const homeOf = (scope: BookerScope): string =>
  scope === 'guest' ? '/cabinet' : `/my/accounts/${scope.accountId}`

export const officesQuery = queryOptions({
  queryKey: ['offices'],
  queryFn: ({ signal }) => call(listOffices, {}, signal),
  staleTime: 60_000,
})

export type Sought = { officeId: string; topicId: string; specialistId: string | undefined }

/** Asked for anew each time: others take times meanwhile. */
const FRESH = { staleTime: 0, gcTime: 0 }

export const daysQuery = ({ specialistId, ...params }: Sought, period: string) =>
  queryOptions({
    queryKey: ['free-days', params, specialistId, period],
    queryFn: ({ signal }) => call(listFreeDays, { params, querystring: { period, specialistId } }, signal),
    ...FRESH,
  })

export const timesQuery = ({ specialistId, ...params }: Sought, day: string) =>
  queryOptions({
    queryKey: ['free-times', params, specialistId, day],
    queryFn: ({ signal }) => call(listFreeTimes, { params, querystring: { day, specialistId } }, signal),
    ...FRESH,
  })

export const mineKey = (scope: BookerScope) => ['appointments', scope]

export const mineQuery = (scope: BookerScope) =>
  queryOptions({
    queryKey: mineKey(scope),
    queryFn: ({ signal }) =>
      scope === 'guest'
        ? call(contract.listAppointments, {}, signal)
        : call(contract.listMyAppointments, { params: scope }, signal),
    staleTime: 0,
  })

/** What a guest found by number and code. */
export type FoundBy = { number: string; code: string }

export const foundQuery = ({ number, code }: FoundBy) =>
  queryOptions({
    queryKey: ['appointments', 'found', number, code],
    queryFn: ({ signal }) => call(contract.findAppointment, { params: { number }, body: { code } }, signal),
    staleTime: 0,
    retry: false,
  })

export const book = (scope: BookerScope, { key, body }: Intention<contract.NewAppointment>) => {
  const headers = { 'idempotency-key': key }
  if (scope === 'guest') return call(contract.bookAppointment, { headers, body })
  const { email: _none, ...own } = body
  return call(contract.bookMyAppointment, { params: scope, headers, body: own })
}

/** An appointment as its holder names it. */
export type Named = { number: string; code: string | null }

export const move = (scope: BookerScope, { number, code }: Named, wanted: contract.PlaceWanted) =>
  scope === 'guest'
    ? call(contract.moveAppointment, { params: { number }, body: { ...wanted, code: code ?? '' } })
    : call(contract.moveMyAppointment, { params: { ...scope, number }, body: wanted })

export const cancel = (scope: BookerScope, { number, code }: Named) =>
  scope === 'guest'
    ? call(contract.cancelAppointment, { params: { number }, body: { code: code ?? '' } })
    : call(contract.cancelMyAppointment, { params: { ...scope, number }, body: {} })
