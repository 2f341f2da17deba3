import { LEGAL_RULES } from '../law-data.ts'
import { capacityVolume, dailyAverageVolume } from '../legal-volume.ts'
import { lineKopecks, vatKopecks } from '../rounding.ts'
import { priceOf } from './amounts.ts'
import {
  type Computed,
  count,
  cubicMetres,
  type Given,
  has,
  hundredths,
  litres,
  positive,
  records,
  scaled,
  VectorFault,
  whole,
  word,
} from './given.ts'

function grossOf(given: Given, netKopecks: number): { net: number; vat: number; gross: number } {
  const vat = vatKopecks(netKopecks, whole(given, 'vat', 0))
  return { net: netKopecks, vat, gross: netKopecks + vat }
}

export function legal(given: Given): Computed {
  const lines = records(given, 'lines').map((line) => {
    if (has(line, 'service')) word(line, 'service')
    return grossOf({ ...given, ...line }, lineKopecks(litres(line, 'volume'), hundredths(line, 'tariff')))
  })
  if (lines.length === 0) throw new VectorFault('lines is empty')
  return {
    net_kop: lines.map((line) => line.net),
    vat_kop: lines.map((line) => line.vat),
    gross_kop: lines.map((line) => line.gross),
    total_kop: lines.reduce((sum, line) => sum + line.gross, 0),
  }
}

function single(given: Given, volume: number): Computed {
  const price = priceOf(given, 'cold')
  if (price === undefined) throw new VectorFault('tariff is missing')
  const { net, vat, gross } = grossOf(given, lineKopecks(volume, price))
  return { volume: cubicMetres(volume), net_kop: net, vat_kop: vat, total_kop: gross }
}

export function legalAverage(given: Given): Computed {
  const year = { litres: litres(given, 'year_volume'), days: positive(given, 'year_days') }
  return single(given, dailyAverageVolume(year, count(given, 'days')))
}

export function capacity(given: Given): Computed {
  const pipe = {
    diameterMm: count(given, 'diameter_mm'),
    speedMmPerSecond: has(given, 'speed') ? scaled(given['speed'], 3, 'speed') : LEGAL_RULES.speedMmPerSecond,
    hoursPerDay: count(given, 'hours', LEGAL_RULES.hoursPerDay),
    days: count(given, 'days'),
  }
  return single(given, capacityVolume(pipe))
}
