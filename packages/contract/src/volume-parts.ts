import * as z from 'zod/mini'
import { IsoDate, Litres, text } from './primitives.ts'

/** Why a meter's reading does not count; `no_reading` is that none came. */
export const OutageReason = z.enum(['no_reading', 'expired', 'failed', 'refused_access'])
export type OutageReason = z.infer<typeof OutageReason>

/** What a norm is of; each has its own dated number. */
export const NormService = z.enum(['cold', 'hot', 'wastewater'])
export type NormService = z.infer<typeof NormService>

const Days = z.int().check(z.minimum(0), z.maximum(366))
const Count = z.int().check(z.minimum(0), z.maximum(10_000))
const months = z.array(z.int()).check(z.minLength(1), z.maxLength(36))

/** What every part of a volume has. Months, days and litres are whole; a credit is negative. */
const part = {
  /** The days it is charged for, both included. */
  from: IsoDate,
  to: IsoDate,
  /**
   * Which share of the part falls to this line where the price changed within the month: split by weights, half
   * up, the last of them takes the rest. Null: all of it.
   */
  share: z.nullable(
    z.strictObject({
      weights: z.array(z.int().check(z.minimum(0))).check(z.minLength(1), z.maxLength(64)),
      index: z.int().check(z.minimum(0), z.maximum(63)),
    }),
  ),
  litres: z.int(),
}

const face = {
  meterId: text(64),
  fromLitres: Litres,
  toLitres: Litres,
  /** What the face has between two zeros, when it came round; else 0. */
  turnLitres: z.int().check(z.minimum(0)),
}

/** to − from + turn. */
export const MeterPart = z.strictObject({ method: z.literal('meter'), ...face, ...part })

/** (to − from + turn) ÷ months: a reading after silent months that stay as they were charged. */
export const MeterMonthsPart = z.strictObject({
  method: z.literal('meter_months'),
  ...face,
  months: z.int().check(z.minimum(1)),
  ...part,
})

/** Minus what was charged for the silent months that a reading now settles. */
export const TrueUpPart = z.strictObject({
  method: z.literal('true_up'),
  meterId: text(64),
  chargedLitres: months,
  ...part,
})

/** Mean of the months, × days ÷ days of the month. */
export const AveragePart = z.strictObject({
  method: z.literal('average'),
  meterId: text(64),
  because: OutageReason,
  /** Which month in a row. */
  missedMonth: Count,
  /** The metered months that count, oldest first. */
  historyLitres: months,
  days: Days,
  monthDays: Days,
  ...part,
})

/** norm × Σ(persons × days) ÷ days of the month. */
export const NormPart = z.strictObject({
  method: z.literal('norm'),
  norm: NormService,
  because: z.enum(['no_meter', 'meter_impossible', 'short_history', ...OutageReason.options]),
  normLitres: Litres,
  spans: z
    .array(
      z.strictObject({
        persons: Count,
        /** Owners stand in where nobody lives. */
        isOwners: z.boolean(),
        days: Days,
      }),
    )
    .check(z.minLength(1), z.maxLength(31)),
  monthDays: Days,
  ...part,
})
export type NormPart = z.infer<typeof NormPart>

/** Minus norm × absent person-days ÷ days of the month. */
export const AbsencePart = z.strictObject({
  method: z.literal('absence'),
  norm: NormService,
  normLitres: Litres,
  personDays: Count,
  monthDays: Days,
  ...part,
})

/** should be − were: a correction of a past month, or what an inspection found. */
export const DifferencePart = z.strictObject({
  method: z.literal('difference'),
  because: z.enum(['correction', 'inspection']),
  wereLitres: z.int(),
  shouldBeLitres: z.int(),
  ...part,
})

/** norm × persons × multiplier, a month. */
export const UnauthorisedPart = z.strictObject({
  method: z.literal('unauthorised'),
  normLitres: Litres,
  persons: Count,
  multiplier: Count,
  ...part,
})

/** Litres of the last year × days ÷ its days; organisations. */
export const DailyAveragePart = z.strictObject({
  method: z.literal('daily_average'),
  meterId: text(64),
  because: OutageReason,
  yearLitres: z.int().check(z.minimum(0)),
  yearDays: Days.check(z.minimum(1)),
  days: Days,
  ...part,
})

/** What the full pipe lets through; organisations. */
export const CapacityPart = z.strictObject({
  method: z.literal('capacity'),
  diameterMm: Count,
  speedMmPerSecond: Count,
  hoursPerDay: z.int().check(z.minimum(0), z.maximum(24)),
  days: Days,
  ...part,
})

/** Guaranteed volume of the contract × days ÷ days of the month; organisations. */
export const GuaranteedPart = z.strictObject({
  method: z.literal('guaranteed'),
  monthLitres: z.int().check(z.minimum(0)),
  days: Days,
  monthDays: Days,
  ...part,
})

/** How a part of a volume came about; its numbers give `litres` again. */
export const VolumePart = z.discriminatedUnion('method', [
  MeterPart,
  MeterMonthsPart,
  TrueUpPart,
  AveragePart,
  NormPart,
  AbsencePart,
  DifferencePart,
  UnauthorisedPart,
  DailyAveragePart,
  CapacityPart,
  GuaranteedPart,
])
export type VolumePart = z.infer<typeof VolumePart>
