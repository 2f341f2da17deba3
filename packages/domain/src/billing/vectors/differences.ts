import { inspectionDifference, monthDifferences, trueUpVolume } from '../correction.ts'
import { amountsOf, waterAndSewer } from './amounts.ts'
import {
  type Computed,
  count,
  cubicMetres,
  type Given,
  list,
  records,
  scaled,
  shown,
  VectorFault,
  word,
} from './given.ts'

export function correction(given: Given): Computed {
  const periods = records(given, 'periods')
  const differences = monthDifferences(
    shown(given, 'start'),
    periods.map((entry) => ({
      period: word(entry, 'period'),
      billedLitres: shown(entry, 'billed_reading'),
      trueLitres: shown(entry, 'true_reading'),
    })),
  )
  if (!differences || differences.length === 0) throw new VectorFault('no true readings that go forward')
  const delta: Computed[] = differences.map(({ period, wereLitres, shouldBeLitres }, index) => ({
    period,
    volume: cubicMetres(shouldBeLitres - wereLitres),
    ...amountsOf(periods[index] ?? {}, waterAndSewer(shouldBeLitres - wereLitres)),
  }))
  return { delta, net_kop: delta.reduce((sum, month) => sum + Number(month['total_kop']), 0) }
}

export function check61(given: Given): Computed {
  return charged(given, inspectionDifference(shown(given, 'billed_reading'), shown(given, 'found_reading')))
}

const USUAL_DIGITS = 5

export function trueUp(given: Given): Computed {
  const readings = {
    lastLitres: shown(given, 'last_reading'),
    newLitres: shown(given, 'new_reading'),
    wholeDigits: count(given, 'digits', USUAL_DIGITS),
  }
  const chargedLitres = list(given, 'charged').map((value) => scaled(value, 3, 'charged'))
  return charged(given, trueUpVolume(readings, chargedLitres))
}

const charged = (given: Given, volume: number): Computed => ({
  volume: cubicMetres(volume),
  ...amountsOf(given, waterAndSewer(volume)),
})
