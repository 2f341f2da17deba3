import { at } from '../offices.ts'
import { APPEAL } from '../requests.ts'
import { foundOn, resultOf } from '../visits.ts'
import type { Foreign } from './city.ts'
import type { Operation } from './operations.ts'
import { sampleOf } from './samples.ts'

/** A time that is free in the office. */
const place = ({ appointments }: Foreign) => ({
  officeId: appointments.officeId,
  startsAt: at('04:40'),
  specialistId: null,
})

/** Where the least body would be refused for itself, and not for the object it is sent to. */
const BODIES: Record<string, (foreign: Foreign) => object> = {
  'POST /cabinet/appointments/{number}/calendar': ({ appointments }) => ({
    code: appointments.ofGuest.code,
    language: 'ru',
  }),
  'POST /cabinet/appointments/{number}/cancel': ({ appointments }) => ({ code: appointments.ofGuest.code }),
  'POST /cabinet/appointments/{number}/find': ({ appointments }) => ({ code: appointments.ofGuest.code }),
  'POST /cabinet/appointments/{number}/move': (foreign) => ({
    ...place(foreign),
    code: foreign.appointments.ofGuest.code,
  }),
  'POST /my/accounts/{accountId}/appointments': (foreign) => ({
    ...place(foreign),
    topicId: foreign.appointments.topicId,
    language: 'ru',
  }),
  'POST /my/accounts/{accountId}/appointments/{number}/move': place,
  'POST /my/accounts/{accountId}/correction-preview': ({ requests }) => ({ readings: requests.readings }),
  'POST /my/accounts/{accountId}/requests': () => ({ filled: APPEAL, language: 'ru' }),
  'POST /my/accounts/{accountId}/submissions': ({ meter }) => ({
    readings: [{ meterId: meter.id, valueLitres: 127_000 }],
  }),
  'POST /my/accounts/{accountId}/requests/{requestId}/visits': () => ({ type: 'cancel' }),
  'POST /staff/accounts/{id}/meters/{meterId}/works': () => ({
    kind: 'seal',
    doneOn: '2026-11-20',
    actNumber: '12-З',
    valueLitres: null,
    sealNumber: 'П-77',
  }),
  'POST /staff/field/visits/{id}/result': ({ meter }) => resultOf([foundOn(meter.id)]),
}

/** A body that the operation would take. */
export function bodyFor(
  { name, body, takesBytes }: Operation,
  foreign: Foreign,
): Buffer | object | undefined {
  if (takesBytes) return Buffer.alloc(1000, 'foreign')
  const made = BODIES[name]?.(foreign)
  return made ?? (body && (sampleOf(body) as object))
}
