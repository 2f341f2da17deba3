import * as z from 'zod/mini'
import { LawRef } from './law.ts'
import { IsoDate, Kopecks, Period, text } from './primitives.ts'
import { NormPart, VolumePart } from './volume-parts.ts'

/** What the utility bills. */
export const BilledService = z.enum(['cold_water', 'wastewater'])
export type BilledService = z.infer<typeof BilledService>

const law = z.array(LawRef).check(z.minLength(1), z.maxLength(24))
const PriceKopecks = z.int().check(z.minimum(0), z.maximum(100_000_000))
const parts = z.array(VolumePart).check(z.minLength(1), z.maxLength(200))

/** Σ litres × price, rounded once; VAT on top of that where the price is without it. */
export const VolumeExplanation = z.strictObject({
  formula: z.literal('volume_by_price'),
  parts,
  priceKopecks: PriceKopecks,
  /** Null: the price has the VAT inside (residents). */
  vatPercent: z.nullable(z.int().check(z.minimum(0), z.maximum(100))),
  law,
})
export type VolumeExplanation = z.infer<typeof VolumeExplanation>

/** (V × K × price) − (V × price), both rounded. */
export const SurplusExplanation = z.strictObject({
  formula: z.literal('coefficient_surplus'),
  parts: z
    .array(
      z.strictObject({
        part: NormPart,
        /** K in hundredths; several where it changed within the month, by weight. */
        coefficients: z
          .array(
            z.strictObject({
              percent: z.int().check(z.minimum(100), z.maximum(100_000)),
              weight: z.int().check(z.minimum(0)),
            }),
          )
          .check(z.minLength(1), z.maxLength(31)),
      }),
    )
    .check(z.minLength(1), z.maxLength(31)),
  priceKopecks: PriceKopecks,
  law,
})
export type SurplusExplanation = z.infer<typeof SurplusExplanation>

/** Minus charge × hours over × share of an hour, at most the charge. */
export const InterruptionExplanation = z.strictObject({
  formula: z.literal('interruption'),
  chargeKopecks: Kopecks,
  hoursOver: z.int().check(z.minimum(1), z.maximum(744)),
  perHourBasisPoints: z.int().check(z.minimum(0), z.maximum(10_000)),
  law,
})

/** Debt × rate ÷ denominator × days late, both days included. */
export const PenaltyExplanation = z.strictObject({
  formula: z.literal('penalty'),
  debtKopecks: Kopecks,
  rateBasisPoints: z.int().check(z.minimum(0), z.maximum(100_000)),
  denominator: z.int().check(z.minimum(1), z.maximum(10_000)),
  fromDay: z.int().check(z.minimum(1)),
  toDay: z.int().check(z.minimum(1)),
  law,
})

/** should be − were: money of a past month that no volume tells of. */
export const AmountExplanation = z.strictObject({
  formula: z.literal('amount_difference'),
  of: z.enum(['surplus', 'interruption']),
  because: z.enum(['correction', 'inspection']),
  wereKopecks: Kopecks,
  shouldBeKopecks: Kopecks,
  law,
})
export type AmountExplanation = z.infer<typeof AmountExplanation>

/** How an amount came about, as data: the numbers give the amount again (`recompute` in the domain). */
export const Explanation = z.discriminatedUnion('formula', [
  VolumeExplanation,
  SurplusExplanation,
  InterruptionExplanation,
  PenaltyExplanation,
  AmountExplanation,
])
export type Explanation = z.infer<typeof Explanation>

const money = {
  /** VAT inside; a credit is negative. */
  amountKopecks: Kopecks,
  /** What a bill to an organisation names apart; null where the price has VAT inside. */
  vat: z.nullable(
    z.strictObject({ percent: z.int().check(z.minimum(0)), netKopecks: Kopecks, vatKopecks: Kopecks }),
  ),
}

const water = {
  service: BilledService,
  /** Whose month it is; a correction names the month it corrects. */
  period: Period,
  from: IsoDate,
  to: IsoDate,
}

/** The recalculation that a line is of, and why there was one (Rules 354, п. 69). */
export const LineRecalculation = z.strictObject({ id: z.uuid(), reason: text(500) })
export type LineRecalculation = z.infer<typeof LineRecalculation>

const recalculation = z.optional(LineRecalculation)

/** A volume at a price. */
export const VolumeLine = z.strictObject({
  kind: z.enum(['charge', 'absence', 'correction', 'inspection', 'unauthorised']),
  ...water,
  litres: z.int(),
  priceKopecks: PriceKopecks,
  ...money,
  explanation: VolumeExplanation,
  recalculation,
})
export type VolumeLine = z.infer<typeof VolumeLine>

/** The surplus of the coefficient, on a line of its own; its volume stands on the line of the charge. */
export const SurplusLine = z.strictObject({
  kind: z.literal('surplus'),
  ...water,
  litres: z.null(),
  priceKopecks: PriceKopecks,
  ...money,
  explanation: SurplusExplanation,
})
export type SurplusLine = z.infer<typeof SurplusLine>

/** What hours without water take off the month's charge of the service. */
export const InterruptionLine = z.strictObject({
  kind: z.literal('interruption'),
  ...water,
  litres: z.null(),
  priceKopecks: z.null(),
  ...money,
  explanation: InterruptionExplanation,
})
export type InterruptionLine = z.infer<typeof InterruptionLine>

/** What a recalculation changes of a surplus or of an interruption. */
export const AmountLine = z.strictObject({
  kind: z.literal('amount_correction'),
  ...water,
  litres: z.null(),
  priceKopecks: z.null(),
  ...money,
  explanation: AmountExplanation,
  recalculation,
})
export type AmountLine = z.infer<typeof AmountLine>

/** A line of a bill: one service, one period, one price. */
export const ChargeLine = z.discriminatedUnion('kind', [
  VolumeLine,
  SurplusLine,
  InterruptionLine,
  AmountLine,
])
export type ChargeLine = z.infer<typeof ChargeLine>

/** Why a month cannot be charged: something is missing or contradicts itself, and nothing is guessed. */
export const ChargeRefusalCode = z.enum([
  'tariff_missing',
  'tariffs_overlap',
  'norm_missing',
  'norms_overlap',
  'coefficient_missing',
  'coefficients_overlap',
  'vat_missing',
  'vat_overlap',
  /** The norm is needed, and there are neither persons nor owners. */
  'persons_unknown',
  'persons_overlap',
  /** A reading is below the one before it and is no turn of the face. */
  'negative_volume',
  /** A reading of another month, or out of order. */
  'reading_outside_period',
  /** A reading that the face cannot show. */
  'reading_above_face',
  'contract_missing',
  /** The contract names neither a guaranteed volume nor a pipe. */
  'method_missing',
  'amount_too_large',
  /** Nothing says how the month is to be charged. */
  'rules_missing',
  /** An inspection tells of a meter only while it counts. */
  'meter_not_sound',
  /** Organisations are charged by other rules. */
  'residents_only',
])
export type ChargeRefusalCode = z.infer<typeof ChargeRefusalCode>

export const ChargeRefusal = z.strictObject({
  ok: z.literal(false),
  code: ChargeRefusalCode,
  /** What it is about: a service, a group of the norm or a meter. */
  subject: text(64),
  /** The day from which it is so. */
  day: z.nullable(IsoDate),
})
export type ChargeRefusal = z.infer<typeof ChargeRefusal>

/** A month of an account: its lines and their sum, or why there are none. */
export const MonthCharge = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    lines: z.array(ChargeLine).check(z.maxLength(400)),
    totalKopecks: Kopecks,
  }),
  ChargeRefusal,
])
export type MonthCharge = z.infer<typeof MonthCharge>
