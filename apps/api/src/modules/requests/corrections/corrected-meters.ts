import type { CorrectionFault, CorrectionPreview } from '@rodnik/contract/reading-corrections'
import type { FieldsOf } from '@rodnik/contract/request-kinds/index'
import { correctHistory } from '@rodnik/domain/readings/corrected-history'
import { AppError } from '../../../platform/errors.ts'
import type { CountedMeter, NewVersion } from '../../readings/index.ts'

export type WantedReadings = FieldsOf<'correction'>['readings']
type Fault = { meterId: string; period: string; fault: CorrectionFault }
type Changed = Extract<CorrectionPreview, { ok: true }>['readings']

export type Corrected =
  | { ok: true; readings: Changed; versions: NewVersion[] }
  | { ok: false; faults: Fault[] }

/** What each meter's history becomes. @throws not_found for a meter that is not of the account */
export function correctMeters(meters: readonly CountedMeter[], wanted: WantedReadings): Corrected {
  const byMeter = Map.groupBy(wanted, ({ meterId }) => meterId)
  const outcomes = [...byMeter].map(([meterId, corrections]) => {
    const meter = meters.find(({ id }) => id === meterId)
    if (!meter) throw new AppError('not_found')
    return correctOne(meter, corrections)
  })
  const faults = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.faults))
  if (faults.length > 0) return { ok: false, faults }
  const right = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []))
  return {
    ok: true,
    readings: right.flatMap(({ readings }) => readings),
    versions: right.flatMap(({ versions }) => versions),
  }
}

function correctOne(meter: CountedMeter, corrections: WantedReadings): Corrected {
  const meterId = meter.id
  const outcome = correctHistory(meter.readings, corrections, meter)
  if (!outcome.ok) return { ok: false, faults: outcome.faults.map((fault) => ({ meterId, ...fault })) }
  const known = new Map(meter.readings.map((reading) => [reading.period, reading]))
  const rows = [
    ...outcome.corrected.map((row) => ({ row, recountOf: null })),
    ...outcome.recounted.map((row) => ({ row, recountOf: known.get(row.period)?.sentRevision ?? null })),
  ]
  return {
    ok: true,
    readings: outcome.corrected.map(({ period, valueLitres }) => ({
      meterId,
      period,
      wasLitres: known.get(period)?.valueLitres ?? valueLitres,
      willBeLitres: valueLitres,
    })),
    versions: rows.map(({ row, recountOf }, at) => ({
      meterId,
      revision: meter.lastRevision + 1 + at,
      period: row.period,
      takenOn: row.takenOn,
      valueLitres: row.valueLitres,
      usedLitres: row.usedLitres,
      isRollover: row.isRollover,
      recountOf,
    })),
  }
}
