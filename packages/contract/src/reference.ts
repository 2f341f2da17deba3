import * as z from 'zod/mini'
import { AppointmentRules } from './appointment-rules.ts'
import { isBankAccount } from './bank-account.ts'
import { BilledService } from './charges.ts'
import { FiscalReceipts, PaymentRules } from './payment-rules.ts'
import { Litres } from './primitives.ts'
import { providerFields } from './provider.ts'
import { BasisPoints, Day, DayOfMonth, dated, Group, monthly, whole } from './reference-fields.ts'
import { VisitCapacity, VisitRules } from './visit-rules.ts'
import { NormService } from './volume-parts.ts'

/** Price of a cubic metre. */
const Tariff = z.strictObject({
  kind: z.literal('tariff'),
  service: BilledService,
  consumerGroup: Group,
  ...dated,
  priceKopecks: whole(1, 100_000_000),
  includesVat: z.boolean(),
})

/** Litres a person a month. */
const Norm = z.strictObject({
  kind: z.literal('norm'),
  housingGroup: Group,
  service: NormService,
  ...dated,
  normLitres: Litres.check(z.maximum(1_000_000)),
})

/** K where there is no meter though one could be, in hundredths. */
const Coefficient = z.strictObject({
  kind: z.literal('coefficient'),
  service: NormService,
  ...dated,
  percent: whole(100, 10_000),
})

const Vat = z.strictObject({ kind: z.literal('vat'), ...dated, percent: whole(0, 100) })

const KeyRate = z.strictObject({ kind: z.literal('key_rate'), ...dated, basisPoints: BasisPoints })

/** Above this the rate of a penalty does not rise; null: what limits it from this day on is not known. */
const PenaltyCap = z.strictObject({
  kind: z.literal('penalty_cap'),
  ...dated,
  basisPoints: z.nullable(BasisPoints),
})

/** Who owes, as the law tells them apart. */
export const PenaltyPayer = z.enum(['resident', 'legal_general', 'housing_cooperative', 'managing_company'])
export type PenaltyPayer = z.infer<typeof PenaltyPayer>

/** From a day late on, one part in so many of the rate is due a day; null: nothing yet. */
const PenaltyStep = z.strictObject({ fromDay: whole(1, 3650), denominator: z.nullable(whole(1, 10_000)) })

const PenaltySteps = z.strictObject({
  kind: z.literal('penalty_steps'),
  payer: PenaltyPayer,
  ...dated,
  steps: z.array(PenaltyStep).check(
    z.minLength(1),
    z.maxLength(10),
    z.refine(
      (steps) =>
        steps[0]?.fromDay === 1 && steps.every(({ fromDay }, i) => fromDay > (steps[i - 1]?.fromDay ?? 0)),
    ),
  ),
})

/** Bills of months from this one on are due on this day of the month after. */
const DueDay = z.strictObject({
  kind: z.literal('due_day'),
  consumerGroup: Group,
  ...monthly,
  dayOfMonth: DayOfMonth,
})

/** Bills of months from this one on are out by this day of the month after. */
const BillDay = z.strictObject({ kind: z.literal('bill_day'), ...monthly, dayOfMonth: DayOfMonth })

/** A year as the government moves it: days off beside Saturdays and Sundays, and weekend days that are worked. */
const Calendar = z
  .strictObject({
    kind: z.literal('calendar'),
    year: whole(1990, 2099),
    ...dated,
    daysOff: z.array(Day).check(z.maxLength(100)),
    workingDays: z.array(Day).check(z.maxLength(30)),
  })
  .check(
    z.refine(({ year, daysOff }) => daysOff.every((day) => day.startsWith(`${year}-`)), {
      path: ['daysOff'],
    }),
    z.refine(({ year, workingDays }) => workingDays.every((day) => day.startsWith(`${year}-`)), {
      path: ['workingDays'],
    }),
    z.refine(
      ({ daysOff, workingDays }) =>
        new Set([...daysOff, ...workingDays]).size === daysOff.length + workingDays.length,
      { path: ['daysOff'] },
    ),
  )

/** Rules 354, п. 59: the months an average is made of, the least of them, and how long it lasts. */
const AverageRules = z
  .strictObject({
    kind: z.literal('average_rules'),
    ...monthly,
    historyMonths: whole(1, 36),
    leastMonths: whole(1, 36),
    lastsMonths: whole(0, 36),
  })
  .check(
    z.refine(({ historyMonths, leastMonths }) => leastMonths <= historyMonths, { path: ['leastMonths'] }),
  )

/** Rules 354, Annex 1: hours without water that cost nothing, and what each more takes off. */
const InterruptionRules = z.strictObject({
  kind: z.literal('interruption_rules'),
  ...monthly,
  monthHours: whole(0, 744),
  onceHours: whole(0, 744),
  perHourBasisPoints: BasisPoints,
})

/** Rules 354, п. 86. */
const AbsenceRules = z.strictObject({
  kind: z.literal('absence_rules'),
  ...monthly,
  longerThanDays: whole(0, 31),
})

/** Rules 776, п. 14–17: organisations. */
const LegalRules = z.strictObject({
  kind: z.literal('legal_rules'),
  ...monthly,
  averageDays: whole(0, 366),
  silentMonths: whole(0, 36),
  speedMmPerSecond: whole(1, 10_000),
  hoursPerDay: whole(1, 24),
})

/** How far back a recalculation reaches (ГК ст. 196), and water taken past the meter (Rules 354, п. 62). */
const RecalculationRules = z.strictObject({
  kind: z.literal('recalculation_rules'),
  ...monthly,
  monthsBack: whole(1, 120),
  unauthorisedMultiplier: whole(1, 100),
  unauthorisedMonths: whole(1, 36),
})

/** Choices of the house where the law has none. */
const ChargePolicies = z.strictObject({
  kind: z.literal('charge_policies'),
  ...monthly,
  hotWater: z.enum(['wastewater_only', 'charged_as_cold']),
  isTrueUp: z.boolean(),
  tariffChange: z.enum(['by_reading', 'by_days']),
  coefficientChange: z.enum(['by_days', 'first_day', 'last_day']),
})

/** Who is paid and how: on receipts from the day on, so that those of past months keep what they said. */
const ProviderRow = z.strictObject({ kind: z.literal('provider'), ...dated, ...providerFields }).check(
  z.refine(({ settlementAccount, bic }) => isBankAccount(settlementAccount, bic, 'settlement'), {
    path: ['settlementAccount'],
  }),
  z.refine(({ correspondentAccount, bic }) => isBankAccount(correspondentAccount, bic, 'correspondent'), {
    path: ['correspondentAccount'],
  }),
)

/** A value that the law, the regulator or the house has set, with the day it starts to hold. Flat, as in the files. */
export const ReferenceRow = z.discriminatedUnion('kind', [
  Tariff,
  Norm,
  Coefficient,
  Vat,
  KeyRate,
  PenaltyCap,
  PenaltySteps,
  DueDay,
  BillDay,
  Calendar,
  AverageRules,
  InterruptionRules,
  AbsenceRules,
  LegalRules,
  RecalculationRules,
  ChargePolicies,
  ProviderRow,
  PaymentRules,
  AppointmentRules,
  FiscalReceipts,
  VisitCapacity,
  VisitRules,
])
export type ReferenceRow = z.infer<typeof ReferenceRow>

export type ReferenceKind = ReferenceRow['kind']
export type ReferenceRowOf<Kind extends ReferenceKind> = Extract<ReferenceRow, { kind: Kind }>

type FieldOf<Kind extends ReferenceKind> = Exclude<
  keyof ReferenceRowOf<Kind> & string,
  'kind' | 'validFrom' | 'act'
>

/** Which fields say what a value is of. It holds until the next value of the same kind and subject. */
export const subjectFields = {
  tariff: ['service', 'consumerGroup'],
  norm: ['housingGroup', 'service'],
  coefficient: ['service'],
  vat: [],
  key_rate: [],
  penalty_cap: [],
  penalty_steps: ['payer'],
  due_day: ['consumerGroup'],
  bill_day: [],
  calendar: ['year'],
  average_rules: [],
  interruption_rules: [],
  absence_rules: [],
  legal_rules: [],
  recalculation_rules: [],
  charge_policies: [],
  provider: [],
  payment_rules: [],
  appointment_rules: [],
  fiscal_receipts: ['acquirer'],
  visit_capacity: ['district', 'window'],
  visit_rules: [],
} as const satisfies { [Kind in ReferenceKind]: readonly FieldOf<Kind>[] }
