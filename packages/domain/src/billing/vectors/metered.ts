import { LITRES_PER_CUBIC_METRE } from '../../readings/meter-face.ts'
import { isPlausibleRollover } from '../../readings/plausibility.ts'
import { averageForDays } from '../average.ts'
import { meteredVolume } from '../meter-volume.ts'
import { lineKopecks, sumKopecks } from '../rounding.ts'
import { splitByWeights } from '../split.ts'
import { amountsOf, type Volumes, waterAndSewer } from './amounts.ts'
import {
  type Computed,
  count,
  cubicMetres,
  type Given,
  has,
  hundredths,
  list,
  litres,
  positive,
  record,
  records,
  scaled,
  shown,
  VectorFault,
} from './given.ts'

const USUAL_DIGITS = 5
/** The lists of meters a vector may have. */
const LISTS = ['cold', 'hot', 'sewer']

/** What passed a meter, litres. */
function usedBy(meter: Given): number {
  const readings = [shown(meter, 'prev'), shown(meter, 'cur')]
  return usedBetween(readings, digitsOf(meter, readings), true)
}

/** A face without a number of drums has the usual five, or as many as its readings need. */
function digitsOf(given: Given, readings: readonly number[]): number {
  const longest = String(Math.floor(Math.max(...readings) / LITRES_PER_CUBIC_METRE)).length
  return count(given, 'digits', Math.max(USUAL_DIGITS, longest))
}

function usedBetween(readings: readonly number[], wholeDigits: number, mayTurn: boolean): number {
  const [opening = 0, ...rest] = readings
  const volume = meteredVolume(
    opening,
    rest.map((valueLitres) => ({ valueLitres, isRollover: mayTurn })),
    wholeDigits,
  )
  if (!volume.ok) throw new VectorFault(volume.code)
  return volume.litres
}

const usedByAll = (meters: Given[]) => meters.reduce((sum, meter) => sum + usedBy(meter), 0)

export function metered(given: Given): Computed {
  const volumes: Volumes = {}
  if (has(given, 'cold')) volumes.cold = usedByAll(records(given, 'cold'))
  if (has(given, 'hot')) volumes.hot = usedByAll(records(given, 'hot'))
  const isSewerMetered = Array.isArray(given['sewer'])
  volumes.sewer = isSewerMetered
    ? usedByAll(records(given, 'sewer'))
    : (volumes.cold ?? 0) + (volumes.hot ?? 0)
  if (!has(given, 'cold') && !has(given, 'hot') && !isSewerMetered) throw new VectorFault('no meters')
  const named = Object.entries(volumes).map(([service, volume]) => [`volume_${service}`, cubicMetres(volume)])
  return { ...Object.fromEntries(named), ...amountsOf(given, volumes) }
}

export function meterReject(given: Given): Computed {
  const meters = LISTS.flatMap((service) => records(given, service))
  if (meters.length === 0) throw new VectorFault('no meters')
  const used = meters.map(usedBy)
  const limit = shown(given, 'max_month_m3')
  const largest = Math.max(...used)
  return {
    status: used.every((volume) => isPlausibleRollover(volume, limit)) ? 'accepted' : 'rejected',
    rollover_volume: cubicMetres(largest),
    volume: cubicMetres(largest),
  }
}

export function splitDays(given: Given): Computed {
  const segments = records(given, 'segments')
  if (segments.length === 0) throw new VectorFault('segments is empty')
  const volumes = splitByWeights(
    litres(given, 'volume'),
    segments.map((segment) => count(segment, 'days')),
  )
  return pricedParts(
    volumes,
    segments.map((segment) => hundredths(segment, 'tariff')),
  )
}

export function splitReadings(given: Given): Computed {
  const readings = list(given, 'readings').map((value) => scaled(value, 3, 'readings'))
  const prices = list(given, 'tariffs').map((value) => scaled(value, 2, 'tariffs'))
  if (readings.length !== prices.length + 1 || prices.length === 0) {
    throw new VectorFault('readings and tariffs do not match')
  }
  const digits = digitsOf(given, readings)
  const volumes = prices.map((_, index) =>
    usedBetween(readings.slice(index, index + 2), digits, has(given, 'digits')),
  )
  return pricedParts(volumes, prices)
}

function pricedParts(volumes: readonly number[], prices: readonly number[]): Computed {
  const lines = volumes.map((volume, index) => ({ amountKopecks: lineKopecks(volume, prices[index] ?? 0) }))
  return {
    volumes: volumes.map(cubicMetres),
    amounts_kop: lines.map((line) => line.amountKopecks),
    total_kop: sumKopecks(lines),
  }
}

export function expiryMidMonth(given: Given): Computed {
  const after = averageForDays(
    shown(given, 'average_month'),
    count(given, 'days_after'),
    positive(given, 'month_days'),
  )
  const volume = litres(given, 'metered_before') + after
  return {
    volume_after: cubicMetres(after),
    volume: cubicMetres(volume),
    ...amountsOf(given, waterAndSewer(volume)),
  }
}

export function replacement(given: Given): Computed {
  const old = usedBy(record(given, 'old'))
  const fresh = usedBy(record(given, 'new'))
  const gapDays = count(given, 'gap_days', 0)
  const gap =
    gapDays === 0 ? 0 : averageForDays(shown(given, 'average_month'), gapDays, positive(given, 'month_days'))
  const volume = old + gap + fresh
  return {
    volume_old: cubicMetres(old),
    volume_gap: cubicMetres(gap),
    volume_new: cubicMetres(fresh),
    volume: cubicMetres(volume),
    ...amountsOf(given, waterAndSewer(volume)),
  }
}
