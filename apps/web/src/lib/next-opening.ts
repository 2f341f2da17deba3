import type { Site } from '@rodnik/contract/site'
import { shiftPeriod } from '@rodnik/domain/calendar/days'

/** The next day on which readings are taken, when they are not today. */
export function nextOpening({ window, today }: Pick<Site, 'window' | 'today'>): string {
  if (today < window.opensOn) return window.opensOn
  return shiftPeriod(window.period, 1) + window.opensOn.slice('2026-11'.length)
}
