import { useSpeech } from '../../lib/language.tsx'
import { useSite } from '../../lib/site.queries.ts'

/** The day of a moment in the city, where there is no room for its hour: «22.11.2026». */
export function useDayOf(): (instant: string) => string {
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  // The Swedish way of writing a day is the ISO one.
  const iso = new Intl.DateTimeFormat('sv-SE', { ...(timeZone !== undefined && { timeZone }) })
  return (instant) => format.date(iso.format(new Date(instant)))
}
