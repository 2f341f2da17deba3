import { minutesBetween } from '../calendar/wall-clock.ts'

/** What stood on the face, litres, and when it was read, ISO 8601. */
export type NightReading = { valueLitres: number; at: string }

export type NightTest =
  | { ok: false; fault: 'too_short' | 'too_long' | 'below_evening' }
  | { ok: true; litres: number; hours: number; verdict: 'tight' | 'drips' | 'leaks'; litresAMonth: number }

const HOUR_MINUTES = 60
/** A drip is not seen on the face sooner; longer than half a day somebody will have used water. */
const [LEAST_HOURS, MOST_HOURS] = [2, 14]
/** A tap that drips loses a litre or so in an hour; a cistern that runs loses ten and more. */
const LEAK_LITRES_AN_HOUR = 4
const MONTH_HOURS = 730

/**
 * Two readings of a meter around a night in which nobody used water: whatever went through it went away.
 * The smallest step of most faces is a litre, so one litre may be the last of the evening.
 */
export function nightTest(evening: NightReading, morning: NightReading): NightTest {
  const hours = minutesBetween(evening.at, morning.at) / HOUR_MINUTES
  if (!(hours >= LEAST_HOURS)) return { ok: false, fault: 'too_short' }
  if (hours > MOST_HOURS) return { ok: false, fault: 'too_long' }
  const litres = morning.valueLitres - evening.valueLitres
  if (litres < 0) return { ok: false, fault: 'below_evening' }
  const perHour = litres / hours
  const verdict = litres <= 1 ? 'tight' : perHour < LEAK_LITRES_AN_HOUR ? 'drips' : 'leaks'
  return { ok: true, litres, hours, verdict, litresAMonth: Math.round(perHour * MONTH_HOURS) }
}
