import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { AccountMonth } from './charge-facts.ts'
import { contractParts } from './contract-parts.ts'
import { legalGap, residentGap, type Uncovered } from './gap.ts'
import type { MeterSetting } from './meter-month.ts'
import { earlierDay, type MonthFrame } from './month-frame.ts'
import { changeDays, type MonthReference, normCover } from './month-reference.ts'
import { normParts } from './norm-parts.ts'
import type { PricedPart } from './priced-part.ts'
import { type WaterVolume, waterVolume } from './water-volume.ts'

/** The water of an account in a month, by what it is; wastewater apart only where nothing measures the water. */
export type AccountWater = {
  ok: true
  cold: PricedPart[]
  hot: PricedPart[]
  /** By its own norm; null: it is cold and hot together (Rules 354, п. 42). */
  wastewater: PricedPart[] | null
}

/** A dwelling: meters, averages and norms. */
export function residentWater(facts: AccountMonth, month: MonthReference): AccountWater | ChargeRefusal {
  const setting = settingOf(facts, month, residentGap(month.frame, month.reference.rules.average))
  const cold = waterVolume(facts, 'cold', setting)
  if (!cold.ok) return cold
  const hot = hotVolume(facts, month, setting)
  if (!hot.ok) return hot
  const isUnmeasured = cold.parts.length === 0 && hot.parts.length === 0
  const normed = (norm: 'cold' | 'hot', water: WaterVolume) =>
    isNeeded(facts, norm, isUnmeasured, month) ? withNorms(facts, norm, water, month) : water.parts
  const hasOwn = isUnmeasured && facts.services.includes('wastewater')
  const wastewater = hasOwn ? normParts(facts, 'wastewater', cold.uncovered, month) : null
  return settled(normed('cold', cold), normed('hot', hot), wastewater)
}

/** All of it, or the first refusal. */
function settled(
  cold: PricedPart[] | ChargeRefusal,
  hot: PricedPart[] | ChargeRefusal,
  wastewater: PricedPart[] | ChargeRefusal | null,
): AccountWater | ChargeRefusal {
  if (!Array.isArray(cold)) return cold
  if (!Array.isArray(hot)) return hot
  if (wastewater !== null && !Array.isArray(wastewater)) return wastewater
  return { ok: true, cold, hot, wastewater }
}

function settingOf(
  facts: AccountMonth,
  month: MonthReference,
  fillGap: MeterSetting['fillGap'],
): MeterSetting {
  const { isTrueUp, tariffChange } = month.reference.policies
  const cutDays = tariffChange === 'by_reading' ? changeDays(month, facts.consumerGroup) : []
  return { frame: servedFrame(facts, month.frame), cutDays, isTrueUp, fillGap }
}

/** An account that is closed within the month is charged up to that day: by so many days of the whole month. */
function servedFrame({ closedOn }: AccountMonth, frame: MonthFrame): MonthFrame {
  return closedOn === null ? frame : { ...frame, lastDay: earlierDay(closedOn, frame.lastDay) }
}

/** A dwelling without a hot meter has hot water if its housing has a norm of it. */
function hotVolume(
  facts: AccountMonth,
  month: MonthReference,
  setting: MeterSetting,
): WaterVolume | ChargeRefusal {
  const hasMeter = facts.meters.some((meter) => meter.service === 'hot')
  const hasHot = hasMeter || normCover(month, facts.housingGroup, 'hot') !== undefined
  return hasHot ? waterVolume(facts, 'hot', setting) : { ok: true, parts: [], uncovered: [] }
}

/** Whether some line wants the norm of this water: an unmeasured account's wastewater has its own. */
function isNeeded(
  facts: AccountMonth,
  water: 'cold' | 'hot',
  isUnmeasured: boolean,
  { reference }: MonthReference,
): boolean {
  if (facts.services.includes('wastewater') && !isUnmeasured) return true
  if (!facts.services.includes('cold_water')) return false
  return water === 'cold' || reference.policies.hotWater === 'charged_as_cold'
}

function withNorms(
  facts: AccountMonth,
  norm: 'cold' | 'hot',
  { parts, uncovered }: { parts: PricedPart[]; uncovered: Uncovered[] },
  month: MonthReference,
): PricedPart[] | ChargeRefusal {
  if (uncovered.length === 0) return parts
  const norms = normParts(facts, norm, uncovered, month)
  return Array.isArray(norms) ? [...parts, ...norms] : norms
}

/** An organisation: meters, averages, and what the contract says of the rest; wastewater is all it took. */
export function legalWater(facts: AccountMonth, month: MonthReference): AccountWater | ChargeRefusal {
  const { rules } = month.reference
  const setting = settingOf(facts, month, legalGap(rules.legal))
  const cold = waterVolume(facts, 'cold', setting)
  if (!cold.ok) return cold
  const hasHot = facts.meters.some((meter) => meter.service === 'hot')
  const hot: WaterVolume | ChargeRefusal = hasHot
    ? waterVolume(facts, 'hot', setting)
    : { ok: true, parts: [], uncovered: [] }
  if (!hot.ok) return hot
  const rest = contractParts(facts, [...cold.uncovered, ...hot.uncovered], month)
  if (!Array.isArray(rest)) return rest
  return { ok: true, cold: [...cold.parts, ...rest], hot: hot.parts, wastewater: null }
}
