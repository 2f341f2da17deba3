import { addDays } from '@rodnik/domain/calendar/days'
import { addMinutes, wallClockOf } from '@rodnik/domain/calendar/wall-clock'
import { calendarFile } from '../../../platform/calendar-file.ts'
import type { File } from '../../../platform/send-file.ts'
import type { BusinessDay } from '../../info/index.ts'
import type { FittedMeter } from './consumption.repo.ts'

/** Time to find somebody who verifies, and to have the result recorded. */
const DAYS_AHEAD = 30
const [TEN_O_CLOCK, HALF_AN_HOUR] = [600, 30]

const words = {
  ru: {
    title: (water: string, day: string) => `Поверить счётчик: ${water}, до ${day}`,
    water: { cold: 'холодная вода', hot: 'горячая вода' },
    notes: (serial: string, phone: string) =>
      `Заводской номер ${serial}. Без поверки начисляют по среднему, потом по нормативу. Телефон: ${phone}`,
    file: 'Поверка счётчика',
    locale: 'ru-RU',
  },
  en: {
    title: (water: string, day: string) => `Verify the meter: ${water}, by ${day}`,
    water: { cold: 'cold water', hot: 'hot water' },
    notes: (serial: string, phone: string) =>
      `Serial number ${serial}. Without verification you are charged the average, then the norm. Phone: ${phone}`,
    file: 'Verification of the meter',
    locale: 'en-GB',
  },
} as const

type Due = Pick<FittedMeter, 'id' | 'service' | 'serial' | 'place'> & { dueOn: string }

/** A month before the day, or tomorrow where that is nearer. */
export function verificationFile(
  { id, service, serial, place, dueOn }: Due,
  { today, city, timeZone }: BusinessDay,
  { language, publicUrl }: { language: 'ru' | 'en'; publicUrl: string },
): File {
  const say = words[language]
  const ahead = addDays(dueOn, -DAYS_AHEAD)
  const day = ahead > today ? ahead : addDays(today, 1)
  const startsAt = wallClockOf(day, timeZone)(TEN_O_CLOCK) ?? `${day}T10:00:00.000Z`
  const due = new Date(`${dueOn}T00:00:00Z`).toLocaleDateString(say.locale, { timeZone: 'UTC' })
  const { content } = calendarFile(
    {
      id: `verification-${id}-${dueOn}`,
      sequence: 0,
      startsAt,
      endsAt: addMinutes(startsAt, HALF_AN_HOUR),
      writtenAt: `${today}T00:00:00.000Z`,
      title: say.title(say.water[service], due),
      place,
      notes: say.notes(serial, city.phone),
      isCancelled: false,
      language,
      organiser: city.organisationName,
    },
    publicUrl,
  )
  return {
    name: `${say.file} ${serial}.ics`,
    plainName: 'verification.ics',
    type: 'text/calendar; charset=utf-8',
    content: Buffer.from(content),
  }
}
