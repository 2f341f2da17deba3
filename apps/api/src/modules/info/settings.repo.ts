import type { Prices } from '@rodnik/contract/cabinet'
import type { BilledService } from '@rodnik/contract/charges'
import { ofKind } from '@rodnik/domain/reference/validity'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { findReferenceRows } from './reference.repo.ts'

const City = z.object({
  organisationName: z.string(),
  cityName: z.string(),
  accountPrefix: z.string(),
  phone: z.string(),
  timeZone: z.string(),
})
const WindowDays = z.object({ firstDay: z.int(), lastDay: z.int() })

type Dated<T> = { validFrom: string; value: T }
export type Settings = {
  cities: Dated<z.infer<typeof City>>[]
  windows: Dated<z.infer<typeof WindowDays>>[]
  coldWaterPrices: Dated<number>[]
  wastewaterPrices: Dated<number>[]
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

async function loadSettings(db: Tx): Promise<Settings> {
  const [settings, tariffs] = await Promise.all([
    db.setting.findMany({ orderBy: { validFrom: 'desc' } }),
    findReferenceRows(db, 'tariff'),
  ])
  const dated = <T>(name: string, schema: z.ZodMiniType<T>) =>
    settings
      .filter((setting) => setting.name === name)
      .map(({ validFrom, value }) => ({ validFrom: isoDay(validFrom), value: schema.parse(value) }))
  const rows = ofKind(
    tariffs.map(({ row }) => row),
    'tariff',
  )
  const prices = (service: BilledService) =>
    rows
      .filter((row) => row.service === service && row.consumerGroup === 'residents')
      .map(({ validFrom, priceKopecks }) => ({ validFrom, value: priceKopecks }))
  return {
    cities: dated('city', City),
    windows: dated('reading_window', WindowDays),
    coldWaterPrices: prices('cold_water'),
    wastewaterPrices: prices('wastewater'),
  }
}

/** The value in force on a day; lists are newest first. */
function inForce<T>(values: Dated<T>[], day: string): T | undefined {
  return values.find(({ validFrom }) => validFrom <= day)?.value
}

export function cityOn(settings: Settings, day: string) {
  const city = inForce(settings.cities, day)
  if (!city) throw new Error('The setting "city" is missing')
  return city
}

/** First and last day of readings for the month of a day. */
export function windowDaysOn(settings: Settings, day: string) {
  const days = inForce(settings.windows, `${day.slice(0, 7)}-01`)
  if (!days) throw new Error('The setting "reading_window" is missing')
  return days
}

export function pricesOn(settings: Settings, day: string): Prices | null {
  const coldWaterKopecks = inForce(settings.coldWaterPrices, day)
  const wastewaterKopecks = inForce(settings.wastewaterPrices, day)
  return coldWaterKopecks === undefined || wastewaterKopecks === undefined
    ? null
    : { coldWaterKopecks, wastewaterKopecks }
}

const SECOND_MS = 1000
const cached = new WeakMap<Tx, { until: number; settings: Promise<Settings> }>()

/** Settings and tariffs, asked for at most once a second: a change acts on every instance within that. */
export function currentSettings(db: Tx): Promise<Settings> {
  const known = cached.get(db)
  if (known && performance.now() < known.until) return known.settings
  const settings = loadSettings(db)
  cached.set(db, { until: performance.now() + SECOND_MS, settings })
  settings.catch(() => cached.delete(db))
  return settings
}
