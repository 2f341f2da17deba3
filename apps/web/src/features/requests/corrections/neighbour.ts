import type { CorrectableMeter } from '@rodnik/contract/reading-corrections'

type Wanted = { meterId: string; period: string; litres: number }
type Neighbour = { period: string; litres: number }

/** The reading before or after a corrected one: as it is wanted, where it is to be corrected too. */
export function neighbourOf(
  meter: CorrectableMeter,
  period: string,
  side: 'before' | 'after',
  wanted: readonly Wanted[],
): Neighbour | undefined {
  // The newest stands first.
  const at = meter.readings.findIndex((reading) => reading.period === period)
  const found = at < 0 ? undefined : meter.readings[side === 'before' ? at + 1 : at - 1]
  if (!found) return undefined
  const own = wanted.find((one) => one.meterId === meter.id && one.period === found.period)
  return { period: found.period, litres: own?.litres ?? found.valueLitres }
}
