import type { Consumption, UnderstoodMeter } from '@rodnik/contract/consumption'
import { estimateCharge } from '@rodnik/domain/billing/estimate'
import { sumKopecks } from '@rodnik/domain/billing/rounding'
import { daysBetween, shiftPeriod } from '@rodnik/domain/calendar/days'
import { costOfDelay } from '@rodnik/domain/consumption/cost-of-delay'
import { leakHint } from '@rodnik/domain/consumption/leak-hint'
import { monthlyUse } from '@rodnik/domain/consumption/monthly-use'
import { usualMonth } from '@rodnik/domain/consumption/usual-month'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { type BusinessDay, businessDay } from '../../info/index.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { findReferenceData } from '../reference.service.ts'
import { type FittedMeter, findHouse, findHousehold, type Household } from './consumption.repo.ts'

/** Fewer, and a neighbour could be recognised in the middle of them. */
const LEAST_FLATS = 10

/** @throws not_found without a right to the account */
export async function consumptionOf(deps: Pick<Deps, 'db' | 'pool'>, reader: Reader): Promise<Consumption> {
  const [day, household] = await Promise.all([businessDay(deps), findHousehold(deps.pool, reader)])
  if (!household) throw new AppError('not_found')
  const { period } = day.window
  return {
    number: household.number,
    period,
    forecast: forecastOf(household, day),
    house: await houseOf(deps, reader.accountId, shiftPeriod(period, -1)),
    delayKopecks: await delayOf(deps, household, period),
    meters: household.meters.map((meter) => understood(meter, day.today)),
  }
}

function understood(meter: FittedMeter, today: string): UnderstoodMeter {
  const { readings, installedOn: _installedOn, isIdle: _isIdle, ...facts } = meter
  return {
    ...facts,
    verificationDaysLeft:
      meter.verificationDueOn === null ? null : daysBetween(today, meter.verificationDueOn),
    hint: leakHint(monthlyUse(readings)),
  }
}

const FEW = { ok: false, why: 'few_readings' } as const
const NOT_BY_METER = { ok: false, why: 'not_by_meter' } as const

/** The month by what was sent, and by what is usual of meters that nothing was sent of. */
function forecastOf(household: Household, { window, prices, today }: BusinessDay): Consumption['forecast'] {
  const { kind, meters, hasSewer } = household
  const isCounting = ({ isIdle, verificationDueOn }: FittedMeter) =>
    !isIdle && (verificationDueOn === null || verificationDueOn >= today)
  if (kind !== 'resident' || prices === null || meters.length === 0 || !meters.every(isCounting)) {
    return NOT_BY_METER
  }
  const volumes = meters.map((meter) => ({ service: meter.service, ...volumeOf(meter, window.period) }))
  const known = volumes.flatMap(({ usedLitres, ...rest }) =>
    usedLitres === null ? [] : [{ ...rest, usedLitres }],
  )
  if (known.length < volumes.length) return FEW
  const sent = known.filter(({ isSent }) => isSent).length
  const lines = estimateCharge(known, prices).lines.filter(
    ({ service }) => hasSewer || service !== 'wastewater',
  )
  return {
    ok: true,
    basis: sent === known.length ? 'sent' : sent === 0 ? 'usual' : 'mixed',
    estimate: { lines, totalKopecks: sumKopecks(lines) },
  }
}

/** A reading after silent months has more than its own month in it, most of which was charged already. */
function volumeOf({ readings }: FittedMeter, period: string): { usedLitres: number | null; isSent: boolean } {
  const sent = readings.find((reading) => reading.period === period)
  const isOfOneMonth = readings.some((reading) => reading.period === shiftPeriod(period, -1))
  if (sent && isOfOneMonth && sent.usedLitres >= 0) return { usedLitres: sent.usedLitres, isSent: true }
  return { usedLitres: usualMonth(monthlyUse(readings)), isSent: false }
}

async function houseOf(
  { pool }: Pick<Deps, 'pool'>,
  accountId: string,
  period: string,
): Promise<Consumption['house']> {
  const { flats, medianLitres, ownLitres } = await findHouse(pool, accountId, period)
  if (flats < LEAST_FLATS || ownLitres === null || ownLitres < 0 || medianLitres < 0) return null
  return { period, flats, medianLitres, ownLitres }
}

async function delayOf(
  { db }: Pick<Deps, 'db'>,
  { kind, meters, ...account }: Household,
  period: string,
): Promise<number | null> {
  const usual = (service: FittedMeter['service']) => usualOf(meters, service, period)
  const coldLitres = usual('cold')
  if (kind !== 'resident' || coldLitres === null) return null
  const found = chargeReference(await findReferenceData(db), period)
  if (!found.ok) return null
  const { housingGroup, hasSewer, persons } = account
  const household = { period, housingGroup, hasSewer, persons, coldLitres, hotLitres: usual('hot') }
  return costOfDelay(household, found.reference)
}

/** Of all meters of a water together; null without one, or where one of them tells too little. */
function usualOf(
  meters: readonly FittedMeter[],
  service: FittedMeter['service'],
  period: string,
): number | null {
  const ofService = meters.filter((meter) => meter.service === service)
  const months = ofService.map(({ readings }) =>
    usualMonth(monthlyUse(readings.filter((reading) => reading.period < period))),
  )
  if (months.length === 0 || months.includes(null)) return null
  return months.reduce<number>((sum, litres) => sum + (litres ?? 0), 0)
}
