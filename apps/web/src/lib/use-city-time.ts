import { useSpeech } from './language.tsx'
import { useSite } from './site.queries.ts'

/** Moments and days in the time of the city. */
export function useCityTime() {
  const { format } = useSpeech()
  const timeZone = useSite()?.timeZone
  return { moment: (instant: string) => format.moment(instant, timeZone), date: format.date }
}
