import type { Appointment } from '@rodnik/contract/appointments'
import type { TwoLanguages } from '@rodnik/contract/offices'

/** An appointment as its people see it. */
export type StoredAppointment = {
  id: string
  number: string
  state: Appointment['state']
  via: 'guest' | 'person' | 'staff'
  accountId: string
  officeId: string
  office: { name: TwoLanguages; address: TwoLanguages; phone: string; timeZone: string }
  specialistId: string
  specialistName: TwoLanguages
  topicId: string
  topic: { name: TwoLanguages; bring: TwoLanguages }
  startsAt: Date
  endsAt: Date
  hasBegun: boolean
  lateMinutes: number | null
  hasEmail: boolean
  sequence: number
  chosenAt: Date
  endedAt: Date | null
}

/** @param code shown to guests alone, who have no profile to find it in */
export function toView(stored: StoredAppointment, code: string | null): Appointment {
  const { number, state, officeId, office, specialistId, specialistName, topicId, topic } = stored
  const canChange = state === 'booked' && !stored.hasBegun
  return {
    number,
    state,
    office: { id: officeId, ...office },
    specialist: { id: specialistId, name: specialistName },
    topic: { id: topicId, ...topic },
    startsAt: stored.startsAt.toISOString(),
    endsAt: stored.endsAt.toISOString(),
    canChange,
    lateMinutes: canChange ? stored.lateMinutes : null,
    isReminded: canChange && stored.hasEmail,
    code,
  }
}
