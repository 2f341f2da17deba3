import { changeTrackedRequest, trackedAttachment, trackRequest } from '@rodnik/contract/request-tracking'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Picture } from '../../lib/picture.queries.ts'
import { saveFile } from '../../lib/take-file.ts'
import type { Ticket } from './ticket.ts'
import type { FileSource, WishScope } from './wish-scope.ts'

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

export const trackedFiles =
  (ticket: Ticket): FileSource =>
  ({ id, name }) => ({
    take: () => saveFile(trackedAttachment, { params: { attachmentId: id }, body: ticket }, name),
  })
