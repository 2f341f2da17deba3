import type { AccountMonth, BilledMeter, ChargePolicies, ChargeReference } from '../charge-facts.ts'
import { ABSENCE_LONGER_THAN_DAYS, AVERAGE_RULES, INTERRUPTION_RULES, LEGAL_RULES } from '../law-data.ts'

const tariff = (
  service: 'cold_water' | 'wastewater',
  consumerGroup: string,
  [validFrom, validTo, priceKopecks]: [string, string | null, number],
) => ({ service, consumerGroup, validFrom, validTo, priceKopecks })

const POLICIES: ChargePolicies = {
  hotWater: 'wastewater_only',
  isTrueUp: true,
  tariffChange: 'by_reading',
  coefficientChange: 'by_days',
}

/** Prices, norms and coefficients of the city from 2025 on, with an imagined change on 16 October 2026. */
export const REFERENCE: ChargeReference = {
  tariffs: [
    tariff('cold_water', 'residents', ['2025-07-01', '2025-12-31', 3956]),
    tariff('wastewater', 'residents', ['2025-07-01', '2025-12-31', 2641]),
    tariff('cold_water', 'residents', ['2026-01-01', '2026-10-15', 4022]),
    tariff('wastewater', 'residents', ['2026-01-01', '2026-10-15', 2685]),
    tariff('cold_water', 'residents', ['2026-10-16', null, 4400]),
    tariff('wastewater', 'residents', ['2026-10-16', null, 2900]),
    tariff('cold_water', 'others', ['2025-07-01', null, 3297]),
    tariff('wastewater', 'others', ['2025-07-01', null, 2201]),
  ],
  norms: [
    { service: 'cold', housingGroup: 'full', normLitres: 9100, validFrom: '2020-01-01', validTo: null },
    { service: 'wastewater', housingGroup: 'full', normLitres: 9100, validFrom: '2020-01-01', validTo: null },
    { service: 'cold', housingGroup: 'hot', normLitres: 5600, validFrom: '2020-01-01', validTo: null },
    { service: 'hot', housingGroup: 'hot', normLitres: 3500, validFrom: '2020-01-01', validTo: null },
    { service: 'wastewater', housingGroup: 'hot', normLitres: 9100, validFrom: '2020-01-01', validTo: null },
  ],
  coefficients: [
    { service: 'cold', percent: 150, validFrom: '2020-01-01', validTo: '2025-12-05' },
    { service: 'cold', percent: 300, validFrom: '2025-12-06', validTo: null },
    { service: 'hot', percent: 150, validFrom: '2020-01-01', validTo: null },
    { service: 'wastewater', percent: 100, validFrom: '2020-01-01', validTo: null },
  ],
  vat: [
    { percent: 20, validFrom: '2019-01-01', validTo: '2025-12-31' },
    { percent: 22, validFrom: '2026-01-01', validTo: null },
  ],
  rules: {
    average: AVERAGE_RULES,
    interruption: INTERRUPTION_RULES,
    absenceLongerThanDays: ABSENCE_LONGER_THAN_DAYS,
    legal: LEGAL_RULES,
  },
  policies: POLICIES,
}

export const withPolicies = (policies: Partial<ChargePolicies>): ChargeReference => ({
  ...REFERENCE,
  policies: { ...POLICIES, ...policies },
})

/** A sound cold meter that showed 123 m³ before the month. */
export function meterOf(changes: Partial<BilledMeter> = {}): BilledMeter {
  return {
    id: 'cold-1',
    service: 'cold',
    wholeDigits: 5,
    installedOn: '2020-01-15',
    removedOn: null,
    verificationDueOn: '2030-01-15',
    failedOn: null,
    refusedAccessOn: null,
    opening: { valueLitres: 123_000 },
    readings: [],
    historyLitres: [7000, 8000, 6000, 9000, 7500, 6500],
    missed: null,
    year: null,
    ...changes,
  }
}

export const reading = (takenOn: string, valueLitres: number, isRollover = false) => ({
  takenOn,
  valueLitres,
  isRollover,
})

/** A flat of three in March 2026. */
export function flatOf(changes: Partial<AccountMonth> = {}): AccountMonth {
  return {
    kind: 'resident',
    period: '2026-03',
    consumerGroup: 'residents',
    services: ['cold_water', 'wastewater'],
    housingGroup: 'full',
    isMeterImpossible: false,
    persons: [{ from: '2020-01-01', to: null, persons: 3 }],
    owners: 1,
    meters: [],
    absences: [],
    interruptions: [],
    contract: null,
    closedOn: null,
    ...changes,
  }
}

export const shopOf = (changes: Partial<AccountMonth> = {}): AccountMonth =>
  flatOf({ kind: 'legal', consumerGroup: 'others', persons: [], owners: 0, ...changes })
