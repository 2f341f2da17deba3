import type { BilledService } from '@rodnik/contract/charges'
import type { WaterService } from '@rodnik/contract/meters'
import type { NormService, OutageReason } from '@rodnik/contract/volume-parts'
import type { AverageRules } from './average.ts'
import type { HotWaterPolicy } from './billed-water.ts'
import type { InterruptionRules } from './interruption.ts'
import type { LegalRules } from './legal-volume.ts'
import type { Resumed } from './past-outage.ts'
import type { RecalculationRules } from './unauthorised.ts'

/** Both days included; null is open. */
export type Dated = { validFrom: string; validTo: string | null }

export type MeterReading = { takenOn: string; valueLitres: number; isRollover: boolean }

/** A meter as a month's charge sees it. */
export type BilledMeter = {
  id: string
  service: WaterService
  wholeDigits: number
  installedOn: string
  /** The last day it served. */
  removedOn: string | null
  /** The last day its verification is valid. */
  verificationDueOn: string | null
  failedOn: string | null
  /** The day of the act that an inspector was not let in, until one is. */
  refusedAccessOn: string | null
  /** The last reading that counts of a month before; null: the first of this month opens the count. */
  opening: { valueLitres: number } | null
  /** From which day of the month it counts again by its papers: what its face showed then is its opening. */
  resumed?: Resumed
  /** Readings of the period that count, in order. */
  readings: readonly MeterReading[]
  /** Metered months, oldest first. */
  historyLitres: readonly number[]
  /** Months in a row before this one without a reading that counts, why, and what was charged for them. */
  missed: { months: number; reason: OutageReason; chargedLitres: readonly number[] } | null
  /** Organisations: the last year, or the time the meter has worked. */
  year: { litres: number; days: number } | null
}

/** What a contract with an organisation says of water that no meter counts. */
export type LegalContract = {
  guaranteed: { monthLitres: number; untilOn: string } | null
  pipeDiameterMm: number | null
}

/** One account in one period. */
export type AccountMonth = {
  kind: 'resident' | 'legal'
  period: string
  /** Whose tariff applies. */
  consumerGroup: string
  services: readonly BilledService[]
  /** The amenities that norms are set for. */
  housingGroup: string
  /** An act says that no meter can be put in. */
  isMeterImpossible: boolean
  persons: readonly { from: string; to: string | null; persons: number }[]
  owners: number
  meters: readonly BilledMeter[]
  absences: readonly { leftOn: string; returnedOn: string | null; persons: number }[]
  interruptions: readonly { service: BilledService; hours: number }[]
  contract: LegalContract | null
  /** The last day that the account is served; null: it goes on. */
  closedOn: string | null
}

export type DatedTariff = Dated & { service: BilledService; consumerGroup: string; priceKopecks: number }
export type DatedNorm = Dated & { housingGroup: string; service: NormService; normLitres: number }
/** K in hundredths. */
export type DatedCoefficient = Dated & { service: NormService; percent: number }
export type DatedVat = Dated & { percent: number }

/** Choices of the house where the law has none, see docs/decisions. */
export type ChargePolicies = {
  hotWater: HotWaterPolicy
  /** A reading after silent months settles what was charged for them. */
  isTrueUp: boolean
  /** A price that changes within a month: by a reading of the day of the change where there is one, or by days. */
  tariffChange: 'by_reading' | 'by_days'
  /** A coefficient that changes within a month: by days, or the one of its first or last day for all of it. */
  coefficientChange: 'by_days' | 'first_day' | 'last_day'
}

/** Everything dated that charging needs. It is read, never written: what is found for a month is remembered. */
export type ChargeReference = {
  tariffs: readonly DatedTariff[]
  norms: readonly DatedNorm[]
  coefficients: readonly DatedCoefficient[]
  /** On top of the prices of organisations. */
  vat: readonly DatedVat[]
  rules: {
    average: AverageRules
    interruption: InterruptionRules
    absenceLongerThanDays: number
    legal: LegalRules
    recalculation: RecalculationRules
  }
  policies: ChargePolicies
}
