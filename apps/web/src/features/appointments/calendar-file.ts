import { downloadAppointment, downloadMyAppointment } from '@rodnik/contract/appointments'
import { addressOf } from '../../lib/ask-once.ts'
import { ApiError, readyFile } from '../../lib/call.ts'
import type { Language } from '../../lib/languages.ts'
import type { BookerScope, Named } from './appointments.queries.ts'

/** Puts an appointment into the calendar of the device, by way of a file. Throws ApiError only. */
export async function takeCalendarFile(
  scope: BookerScope,
  { number, code }: Named,
  language: Language,
): Promise<void> {
  if (scope !== 'guest') {
    const request = { params: { ...scope, number }, querystring: { language } }
    location.assign(await readyFile(downloadMyAppointment, request))
    return
  }
  const body = { code: code ?? '', language }
  const response = await fetch(addressOf(downloadAppointment, { params: { number }, body }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError('offline')
  })
  if (!response.ok) throw new ApiError(response.status === 401 ? 'sign_in_required' : 'not_found')
  save(await response.blob(), `${number}.ics`)
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
