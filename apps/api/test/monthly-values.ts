import { shiftPeriod } from '@rodnik/domain/calendar/days'

/** Values of a meter up to October, of months one after the other that used so many litres each. */
export function valuesUsing(...used: number[]): Record<string, number> {
  let value = 100_000
  const first = shiftPeriod('2026-10', -used.length)
  const later = used.map((litres, i) => [shiftPeriod(first, i + 1), (value += litres)] as const)
  return { [first]: 100_000, ...Object.fromEntries(later) }
}
