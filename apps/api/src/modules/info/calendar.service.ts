import type { Prices, ReadingWindow } from '@rodnik/contract/cabinet'
import { localDay } from '@rodnik/domain/calendar/local-day'
import { readingWindow } from '@rodnik/domain/readings/reading-window'
import type { Tx } from '../../platform/db.ts'
import { cityOn, currentSettings, pricesOn, type Settings, windowDaysOn } from './settings.repo.ts'

export type BusinessDay = {
  today: string
  timeZone: string
  window: ReadingWindow
  prices: Prices | null
  city: ReturnType<typeof cityOn>
}

const lastDays = new WeakMap<Settings, { minute: string; day: BusinessDay }>()

/**
 * What applies in the city at an instant (ISO 8601, from the database clock). Worked out once a minute:
 * days begin on a whole minute in every time zone.
 */
export function businessDayAt(settings: Settings, now: string): BusinessDay {
  const minute = now.slice(0, 16)
  const last = lastDays.get(settings)
  if (last?.minute === minute) return last.day
  const day = workOutDay(settings, now)
  lastDays.set(settings, { minute, day })
  return day
}

/** The day of the city at an instant (ISO 8601). */
export const cityDayAt = (settings: Settings, instant: string): string =>
  localDay(instant, cityOn(settings, instant.slice(0, 10)).timeZone)

function workOutDay(settings: Settings, now: string): BusinessDay {
  const city = cityOn(settings, now.slice(0, 10))
  const today = cityDayAt(settings, now)
  return {
    today,
    timeZone: city.timeZone,
    window: readingWindow(windowDaysOn(settings, today), today),
    prices: pricesOn(settings, today),
    city,
  }
}

export async function businessDay({ db }: { db: Tx }): Promise<BusinessDay> {
  const [settings, [clock]] = await Promise.all([
    currentSettings(db),
    db.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`,
  ])
  if (!clock) throw new Error('The database told no time')
  return businessDayAt(settings, clock.now.toISOString())
}
