import type { CorrectableMeter, CorrectionPreview } from '@rodnik/contract/reading-corrections'
import type { RecalculationFacts } from '@rodnik/contract/recalculations'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { closedMonths, previewRecalculation } from '../../billing/index.ts'
import { findCountedMeters, insertVersions, type NewVersion } from '../../readings/index.ts'
import { correctMeters, type WantedReadings } from './corrected-meters.ts'

type Needed = Pick<Deps, 'db' | 'pool'>
type Months = Extract<RecalculationFacts, { kind: 'months' }>
type Closed = Awaited<ReturnType<typeof closedMonths>>

/** What is known of a correction: how it looks, and what it would write. */
export type Correction = {
  preview: CorrectionPreview
  versions: NewVersion[]
  months: Months | null
  /** The last month that was final when this was worked out. */
  lastFinal: string | null
}

/** Months before the first bill of the account, or too far back, stay as they are. */
const isOpenToCorrection = (period: string, closed: Closed) => closed === null || period >= closed.from
const isFinal = (period: string, closed: Closed) => closed !== null && period <= closed.to

/** Which readings somebody may ask to correct, of a month on, the newest first. */
export async function correctableMeters(
  deps: Needed,
  accountId: string,
  since = '',
): Promise<CorrectableMeter[]> {
  const closed = await closedMonths(deps, accountId)
  const meters = await findCountedMeters(deps.db, accountId)
  return meters.flatMap((meter) => {
    const readings = meter.readings
      .filter(({ period }) => period >= since && isOpenToCorrection(period, closed))
      .toReversed()
      .map(({ period, valueLitres, takenOn, source }) => ({
        period,
        valueLitres,
        takenOn,
        source,
        isFinal: isFinal(period, closed),
      }))
    const { id, service, type, serial, place, wholeDigits, fractionDigits } = meter
    return readings.length === 0
      ? []
      : [{ id, service, type, serial, place, wholeDigits, fractionDigits, readings }]
  })
}

/**
 * What a correction would change. The right readings are written, the months charged by the code that will charge
 * them, and all of it is taken back.
 * @throws not_found for a meter that is not of the account; recalculation_too_old
 */
export async function previewCorrection(
  deps: Needed,
  accountId: string,
  wanted: WantedReadings,
): Promise<Correction> {
  const corrected = correctMeters(await findCountedMeters(deps.db, accountId), wanted)
  if (!corrected.ok) return { preview: corrected, versions: [], months: null, lastFinal: null }
  const closed = await closedMonths(deps, accountId)
  if (wanted.some(({ period }) => !isOpenToCorrection(period, closed))) {
    throw new AppError('recalculation_too_old')
  }
  const { readings, versions } = corrected
  const months = finalMonths(wanted, closed)
  const charges = months
    ? await previewRecalculation(deps, accountId, months, async (client) => {
        await client.query(insertVersions(versions))
      })
    : null
  return { preview: { ok: true, readings, charges }, versions, months, lastFinal: closed?.to ?? null }
}

function finalMonths(wanted: WantedReadings, closed: Closed): Months | null {
  const periods = wanted
    .map(({ period }) => period)
    .filter((period) => isFinal(period, closed))
    .toSorted((a, b) => (a < b ? -1 : 1))
  const [from, to] = [periods[0], periods.at(-1)]
  return from === undefined || to === undefined ? null : { kind: 'months', from, to }
}
