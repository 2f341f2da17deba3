import { useSpeech } from './language.tsx'

/** Moments by the clock on an office's wall; days as they are said. */
export function useOfficeTime(timeZone: string) {
  const { language } = useSpeech()
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const [weekdayAndDate, hours] = [
    { weekday: 'long', day: 'numeric', month: 'long' },
    { hour: '2-digit', minute: '2-digit' },
  ] as const
  const time = (instant: string) => format({ ...hours, timeZone }).format(new Date(instant))
  const dayOf = (instant: string) => format({ ...weekdayAndDate, timeZone }).format(new Date(instant))
  return {
    /** «09:30» */
    time,
    /** «вторник, 1 декабря» */
    dayOf,
    /** «вторник, 1 декабря, 09:30» */
    whole: (instant: string) => `${dayOf(instant)}, ${time(instant)}`,
    /** 2026-12-01 → «вторник, 1 декабря» */
    day: (day: string) => format({ ...weekdayAndDate, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    /** The day that the wall shows: 2026-12-01. */
    isoDay: (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant)),
  }
}
