import * as z from 'zod/mini'
import { isBankAccount } from './bank-account.ts'
import { BilledService } from './charges.ts'
import { IsoDate, Litres, text } from './primitives.ts'
import { providerFields } from './provider.ts'
import { NormService } from './volume-parts.ts'

/** A slip of the finger in the year is no date of ours. */
const Day = IsoDate.check(z.refine((day) => day >= '1990-01-01' && day <= '2099-12-31'))

/** What a whole month has one of. */
const MonthStart = Day.check(z.refine((day) => day.endsWith('-01')))

/** A name that prices, norms and accounts share: residents, full_amenities. */
const Group = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const BasisPoints = whole(0, 10_000)
/** A month may lack it, so that no bill has a day of its own in February alone. */
const DayOfMonth = whole(1, 28)

/** The day it holds from, and what it rests on: an act, or how it was derived. */
const dated = { validFrom: Day, act: text(400) }
const monthly = { validFrom: MonthStart, act: text(400) }

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

/** What is taken online, and how long an order waits for its money. */
const PaymentRules = z
  .strictObject({
    kind: z.literal('payment_rules'),
    ...dated,
    leastKopecks: whole(1, 1_000_000),
    mostKopecks: whole(100, 100_000_000),
    orderMinutes: whole(5, 24 * 60),
    /** Payments of so many days are shown before paying again. */
    recentDays: whole(1, 90),
  })
  .check(z.refine(({ leastKopecks, mostKopecks }) => leastKopecks <= mostKopecks, { path: ['mostKopecks'] }))

/** What the cash register of an acquirer prints (54-ФЗ); codes of VAT rates are the acquirer's own. */
const FiscalReceipts = z.strictObject({
  kind: z.literal('fiscal_receipts'),
  acquirer: z.enum(['sber', 'rbs', 'yookassa']),
  ...dated,
  isOn: z.boolean(),
  ffdVersion: z.enum(['1.05', '1.2']),
  taxSystem: z.enum(['osn', 'usn_income', 'usn_income_outcome']),
  email: z.email().check(z.maxLength(60)),
  paymentAddress: text(120),
  vatCode: whole(0, 99),
  advanceVatCode: whole(0, 99),
})

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
  FiscalReceipts,
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
  fiscal_receipts: ['acquirer'],
} as const satisfies { [Kind in ReferenceKind]: readonly FieldOf<Kind>[] }
