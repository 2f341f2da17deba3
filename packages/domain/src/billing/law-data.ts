import type { PenaltyPayer } from '@rodnik/contract/reference'
import type { AverageRules } from './average.ts'
import type { DueDay } from './due-date.ts'
import type { InterruptionRules } from './interruption.ts'
import type { LegalRules } from './legal-volume.ts'
import type { DatedCap, PenaltyStep } from './penalty.ts'
import type { RecalculationRules } from './unauthorised.ts'

// The law of November 2026 as data. Rules take them as arguments; an amendment is another row, not another rule.

/** Rules 354, п. 59: six months, at least three, for three months in a row; dwellings. */
export const AVERAGE_RULES: AverageRules = { historyMonths: 6, leastMonths: 3, lastsMonths: 3 }

/** Rules 354, Annex 1 п. 1. */
export const INTERRUPTION_RULES: InterruptionRules = { monthHours: 8, onceHours: 4, perHourBasisPoints: 15 }

/** Rules 354, п. 86: longer than five full days. */
export const ABSENCE_LONGER_THAN_DAYS = 5

/** ГК ст. 196: three years back; Rules 354, п. 62 and 81(11). */
export const RECALCULATION_RULES: RecalculationRules = {
  monthsBack: 36,
  unauthorisedMultiplier: 10,
  unauthorisedMonths: 3,
}

/** Rules 776, п. 14, 16, 17. */
export const LEGAL_RULES: LegalRules = {
  averageDays: 60,
  silentMonths: 6,
  speedMmPerSecond: 1200,
  hoursPerDay: 24,
}

/** ЖК ст. 155 ч. 1; 177-ФЗ of 24.06.2025 from the bill of March 2026. */
export const DUE_DAYS: readonly DueDay[] = [
  { fromPeriod: '0001-01', dayOfMonth: 10 },
  { fromPeriod: '2026-03', dayOfMonth: 15 },
]

const FROM_DAY_31: readonly PenaltyStep[] = [
  { fromDay: 1, denominator: null },
  { fromDay: 31, denominator: 300 },
  { fromDay: 91, denominator: 130 },
]

/** Which part of the rate a day costs, by who owes. */
export const PENALTY_STEPS = {
  /** ЖК ст. 155 ч. 14. */
  resident: FROM_DAY_31,
  /** 416-ФЗ ст. 13 ч. 6.2, ст. 14. */
  legal_general: [{ fromDay: 1, denominator: 130 }],
  /** Ч. 6.3: associations of owners (ТСЖ), housing cooperatives. */
  housing_cooperative: FROM_DAY_31,
  /** Ч. 6.4: managing companies, heat suppliers, other water utilities. */
  managing_company: [
    { fromDay: 1, denominator: 300 },
    { fromDay: 61, denominator: 170 },
    { fromDay: 91, denominator: 130 },
  ],
} as const satisfies Record<PenaltyPayer, readonly PenaltyStep[]>

/**
 * ПП № 474 of 26.03.2022, last extended by № 329 to 2027-01-01: not above the key rate of 27.02.2022. What comes
 * after is not known yet: until a row is added, penalties of later days are refused.
 */
export const PENALTY_CAP_RATES: readonly DatedCap[] = [
  { validFrom: '2022-02-28', validTo: '2026-12-31', basisPoints: 950 },
]
