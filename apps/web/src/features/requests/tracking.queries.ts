import { changeTrackedRequest, trackRequest } from '@rodnik/contract/request-tracking'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Picture } from '../../lib/picture.queries.ts'
import type { Ticket } from './ticket.ts'
import type { WishScope } from './wish-scope.ts'

export const trackedQuery = (ticket: Ticket) =>
  queryOptions({
    queryKey: ['tracked-request', ticket],
    queryFn: ({ signal }) => call(trackRequest, { body: ticket }, signal),
    // Each look counts as a try of the code until it has answered.
    staleTime: 30_000,
  })

export const sendTracked =
  (ticket: Ticket, picture: Picture): WishScope['send'] =>
  ({ key, body: wish }, data) =>
    call(changeTrackedRequest, {
      headers: { 'idempotency-key': key },
      body: { ...ticket, wish, ...picture.proofOf(data) },
    })
