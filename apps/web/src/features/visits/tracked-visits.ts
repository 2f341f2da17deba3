import { changeTrackedVisit, downloadTrackedAct, trackVisits } from '@rodnik/contract/tracked-visits'
import { call } from '../../lib/call.ts'
import { headersOf } from '../../lib/intention.ts'
import type { Picture } from '../../lib/picture.queries.ts'
import { saveFile } from '../../lib/take-file.ts'
import type { VisitScope } from './visit-scope.ts'

type Ticket = { number: string; code: string }

/** The visits of a request for whoever has its number and code. */
export const trackedVisits = (ticket: Ticket, picture: Picture): VisitScope => ({
  key: ['visits', ticket],
  show: (signal, typed) => call(trackVisits, { body: { ...ticket, ...picture.proofOf(typed) } }, signal),
  change: ({ key, body: wish }, typed) =>
    call(changeTrackedVisit, {
      headers: headersOf(key),
      body: { ...ticket, wish, ...picture.proofOf(typed) },
    }),
  takeAct: ({ visitId, number }, typed) =>
    saveFile(
      downloadTrackedAct,
      { params: { visitId }, body: { ...ticket, ...picture.proofOf(typed) } },
      `${number}.pdf`,
    ),
  isExtract: true,
  picture,
})
