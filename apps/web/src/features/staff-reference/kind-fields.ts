import type { ReferenceKind, ReferenceRow, ReferenceRowOf } from '@rodnik/contract/reference'
import { subjectFields } from '@rodnik/contract/reference'

/** How a field is typed and shown. */
export type FieldType =
  | { type: 'choice'; options: readonly string[] }
  /** One of those that the city has. */
  | { type: 'known' }
  | { type: 'yes_no' }
  | { type: 'roubles' | 'cubic_metres' | 'times' | 'share' | 'optional_share' }
  | { type: 'percent' | 'whole' | 'days' | 'steps' | 'text' | 'digits' | 'window' }

type NameIn<Kind extends ReferenceKind> = Exclude<
  keyof ReferenceRowOf<Kind> & string,
  'kind' | 'validFrom' | 'act'
>
type FieldsOf = { [Kind in ReferenceKind]: Record<NameIn<Kind>, FieldType> }

const whole = { type: 'whole' } as const
const words = { type: 'text' } as const
const digits = { type: 'digits' } as const
const norms: FieldType = { type: 'choice', options: ['cold', 'hot', 'wastewater'] }

/** The fields of each kind, in the order of the form. */
const KIND_FIELDS: FieldsOf = {
  tariff: {
    service: { type: 'choice', options: ['cold_water', 'wastewater'] },
    consumerGroup: { type: 'known' },
    priceKopecks: { type: 'roubles' },
    includesVat: { type: 'yes_no' },
  },
  norm: { housingGroup: { type: 'known' }, service: norms, normLitres: { type: 'cubic_metres' } },
  coefficient: { service: norms, percent: { type: 'times' } },
  vat: { percent: { type: 'percent' } },
  key_rate: { basisPoints: { type: 'share' } },
  penalty_cap: { basisPoints: { type: 'optional_share' } },
  penalty_steps: {
    payer: {
      type: 'choice',
      options: ['resident', 'legal_general', 'housing_cooperative', 'managing_company'],
    },
    steps: { type: 'steps' },
  },
  due_day: { consumerGroup: { type: 'known' }, dayOfMonth: whole },
  bill_day: { dayOfMonth: whole },
  calendar: { year: whole, daysOff: { type: 'days' }, workingDays: { type: 'days' } },
  average_rules: { historyMonths: whole, leastMonths: whole, lastsMonths: whole },
  interruption_rules: { monthHours: whole, onceHours: whole, perHourBasisPoints: { type: 'share' } },
  absence_rules: { longerThanDays: whole },
  legal_rules: { averageDays: whole, silentMonths: whole, speedMmPerSecond: whole, hoursPerDay: whole },
  recalculation_rules: { monthsBack: whole, unauthorisedMultiplier: whole, unauthorisedMonths: whole },
  charge_policies: {
    hotWater: { type: 'choice', options: ['wastewater_only', 'charged_as_cold'] },
    isTrueUp: { type: 'yes_no' },
    tariffChange: { type: 'choice', options: ['by_reading', 'by_days'] },
    coefficientChange: { type: 'choice', options: ['by_days', 'first_day', 'last_day'] },
  },
  provider: {
    name: words,
    inn: digits,
    kpp: digits,
    bankName: words,
    bic: digits,
    settlementAccount: digits,
    correspondentAccount: digits,
    address: words,
    phone: words,
    dispatcherPhone: words,
    email: words,
    site: words,
  },
  payment_rules: {
    leastKopecks: { type: 'roubles' },
    mostKopecks: { type: 'roubles' },
    orderMinutes: whole,
    recentDays: whole,
  },
  appointment_rules: {
    noticeMinutes: whole,
    horizonDays: whole,
    mostAhead: whole,
  },
  fiscal_receipts: {
    acquirer: { type: 'choice', options: ['sber', 'rbs', 'yookassa'] },
    isOn: { type: 'yes_no' },
    ffdVersion: { type: 'choice', options: ['1.05', '1.2'] },
    taxSystem: { type: 'choice', options: ['osn', 'usn_income', 'usn_income_outcome'] },
    email: words,
    paymentAddress: words,
    vatCode: whole,
    advanceVatCode: whole,
  },
  visit_capacity: {
    district: { type: 'known' },
    window: { type: 'window' },
    monday: whole,
    tuesday: whole,
    wednesday: whole,
    thursday: whole,
    friday: whole,
    saturday: whole,
    sunday: whole,
    reserved: whole,
  },
  visit_rules: { noticeHours: whole, horizonDays: whole, mostAhead: whole },
}

export type KindField = { name: string; isSubject: boolean } & FieldType

export function fieldsOf(kind: ReferenceKind): KindField[] {
  const subject: readonly string[] = subjectFields[kind]
  return Object.entries<FieldType>(KIND_FIELDS[kind]).map(([name, field]) => ({
    name,
    isSubject: subject.includes(name),
    ...field,
  }))
}

export const fieldIn = (row: ReferenceRow, name: string): unknown =>
  Object.entries(row).find(([field]) => field === name)?.[1]
