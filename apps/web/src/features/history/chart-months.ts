import type { HistoryMonth } from '@rodnik/contract/history'
import { shiftPeriod } from '@rodnik/domain/calendar/days'

export const MEASURES = ['charged', 'cold_water', 'wastewater'] as const
/** What a bar is as long as: kopecks charged, or litres of a service. */
export type Measure = (typeof MEASURES)[number]

/** A month of the chart; null where there is no bill of it. */
export type ChartMonth = { period: string; now: number | null; before: number | null }

const MONTHS_SHOWN = 12

/** The twelve months up to the newest bill, oldest first, each beside the same month a year earlier. */
export function chartMonths(months: readonly HistoryMonth[], measure: Measure): ChartMonth[] {
  const billed = new Map(
    months
      .filter(({ services }) => services.length > 0)
      .map((month) => [month.period, valueOf(month, measure)]),
  )
  const newest = [...billed.keys()].toSorted().at(-1)
  if (newest === undefined) return []
  const all = Array.from({ length: MONTHS_SHOWN }, (_, i) => shiftPeriod(newest, i - MONTHS_SHOWN + 1)).map(
    (period) => ({
      period,
      now: billed.get(period) ?? null,
      before: billed.get(shiftPeriod(period, -MONTHS_SHOWN)) ?? null,
    }),
  )
  const first = all.findIndex(({ now, before }) => now !== null || before !== null)
  return all.slice(first)
}

function valueOf({ services }: HistoryMonth, measure: Measure): number {
  if (measure === 'charged') return services.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)
  return services.find(({ service }) => service === measure)?.litres ?? 0
}

/** Of the months that have both, so that the sums can be compared; undefined where none has. */
export function yearOverYear(months: readonly ChartMonth[]): { now: number; before: number } | undefined {
  const both = months.flatMap(({ now, before }) => (now === null || before === null ? [] : [{ now, before }]))
  if (both.length === 0) return undefined
  return both.reduce((sum, month) => ({ now: sum.now + month.now, before: sum.before + month.before }))
}
