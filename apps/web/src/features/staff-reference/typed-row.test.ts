import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { expect, test } from 'vitest'
import { words as english } from '../../locales/en/staff/index.ts'
import { words as russian } from '../../locales/ru/staff/index.ts'
import { fieldIn, fieldsOf } from './kind-fields.ts'
import { labelOf, subjectInWords, typedText, valueInWords } from './row-in-words.ts'
import { standingOf } from './standing.ts'
import { rowFrom } from './typed-row.ts'

const OPEN_FROM = '2026-11-01'
const held = { validFrom: '2026-12-01', act: 'Решение' }

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...held, ...fields })) data.set(name, value)
  return data
}

const rows: ReferenceRow[] = [
  {
    kind: 'tariff',
    service: 'cold_water',
    consumerGroup: 'residents',
    priceKopecks: 4022,
    includesVat: true,
    ...held,
  },
  { kind: 'norm', housingGroup: 'standpipe', service: 'cold', normLitres: 1100, ...held },
  { kind: 'coefficient', service: 'cold', percent: 300, ...held },
  { kind: 'vat', percent: 22, ...held },
  { kind: 'key_rate', basisPoints: 1650, ...held },
  { kind: 'penalty_cap', basisPoints: null, ...held },
  {
    kind: 'penalty_steps',
    payer: 'resident',
    steps: [
      { fromDay: 1, denominator: null },
      { fromDay: 31, denominator: 300 },
    ],
    ...held,
  },
  { kind: 'due_day', consumerGroup: 'residents', dayOfMonth: 15, ...held },
  { kind: 'bill_day', dayOfMonth: 5, ...held },
  { kind: 'calendar', year: 2027, daysOff: ['2027-01-01', '2027-01-02'], workingDays: [], ...held },
  { kind: 'average_rules', historyMonths: 6, leastMonths: 3, lastsMonths: 3, ...held },
  { kind: 'interruption_rules', monthHours: 8, onceHours: 4, perHourBasisPoints: 15, ...held },
  { kind: 'absence_rules', longerThanDays: 5, ...held },
  { kind: 'legal_rules', averageDays: 60, silentMonths: 6, speedMmPerSecond: 1200, hoursPerDay: 24, ...held },
  { kind: 'recalculation_rules', monthsBack: 36, unauthorisedMultiplier: 10, unauthorisedMonths: 3, ...held },
  {
    kind: 'charge_policies',
    hotWater: 'wastewater_only',
    isTrueUp: true,
    tariffChange: 'by_reading',
    coefficientChange: 'by_days',
    ...held,
  },
  {
    kind: 'provider',
    name: 'МУП «Родник»',
    inn: '7453999016',
    kpp: '745301001',
    bankName: 'АО «Примерный банк»',
    bic: '047501999',
    settlementAccount: '40702810300000000314',
    correspondentAccount: '30101810400000000999',
    address: 'Челябинск, ул. Примерная, 1',
    phone: '8 (351) 217-05-17',
    dispatcherPhone: '8 (351) 217-05-00',
    email: 'abonent@rodnik.example.ru',
    site: 'rodnik.example.ru',
    ...held,
  },
  {
    kind: 'visit_capacity',
    district: 'central',
    window: '09:00-12:00',
    monday: 6,
    tuesday: 6,
    wednesday: 6,
    thursday: 6,
    friday: 6,
    saturday: 3,
    sunday: 0,
    reserved: 1,
    ...held,
  },
  { kind: 'visit_rules', noticeHours: 12, horizonDays: 21, mostAhead: 3, ...held },
]

test('an account with a digit mistyped is at fault, and one copied in groups is not', () => {
  const provider = rows.find(({ kind }) => kind === 'provider')
  const typed = Object.fromEntries(
    Object.entries(provider ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const wrongOf = (account: string) =>
    rowFrom('provider', form({ ...typed, settlementAccount: account }), OPEN_FROM).wrong

  expect(wrongOf('40702 810 3 0000 0000314')).toBeNull()
  expect([...(wrongOf('40702810300000000341') ?? [])]).toEqual(['settlementAccount'])
})

test.each(rows)('a value of $kind comes out of the form as it went in', (row) => {
  for (const language of ['ru', 'en'] as const) {
    const typed = fieldsOf(row.kind).map((field) => [
      field.name,
      typedText(field, fieldIn(row, field.name), language),
    ])
    expect(rowFrom(row.kind, form(Object.fromEntries(typed)), OPEN_FROM).row).toEqual(row)
  }
})

test.each(rows)('$kind is said in both languages, with a label for each field', (row) => {
  for (const words of [russian.reference, english.reference]) {
    const said = [subjectInWords(row, words), ...valueInWords(row, { language: 'ru', words })]
    expect(said.join(' ')).not.toMatch(/undefined|_/)
    for (const { name } of fieldsOf(row.kind)) expect(labelOf(words, row.kind, name)).not.toBe(name)
  }
})

test.each<[ReferenceKind, Record<string, string>, string]>([
  ['tariff', { service: 'cold_water', consumerGroup: 'residents', priceKopecks: '40,225' }, 'priceKopecks'],
  ['tariff', { service: 'cold_water', consumerGroup: 'residents', priceKopecks: '40', act: '' }, 'act'],
  ['vat', { percent: '22', validFrom: '2026-10-31' }, 'validFrom'],
  ['vat', { percent: '22', validFrom: '' }, 'validFrom'],
  ['due_day', { consumerGroup: 'residents', dayOfMonth: '15', validFrom: '2026-12-02' }, 'validFrom'],
  ['coefficient', { service: 'cold', percent: '0,5' }, 'percent'],
  ['penalty_steps', { payer: 'resident', steps: '31: 1/300' }, 'steps'],
  ['calendar', { year: '2027', daysOff: '31.02', workingDays: '' }, 'daysOff'],
  ['key_rate', { basisPoints: '' }, 'basisPoints'],
])('in a form of %s with %o the field at fault is %s', (kind, fields, name) => {
  expect([...(rowFrom(kind, form(fields), OPEN_FROM).wrong ?? [])]).toEqual([name])
})

test.each([
  ['2026-11-22', null, 'now'],
  ['2026-11-23', null, 'coming'],
  ['2026-01-01', '2026-11-21', 'past'],
  ['2026-01-01', '2026-11-22', 'now'],
] as const)('what holds from %s to %s is %s on 22 November', (validFrom, validTo, standing) => {
  const row = { kind: 'vat', percent: 22, act: 'Закон', validFrom } as const
  expect(
    standingOf({ row, validTo, recordedBy: null, recordedAt: '2026-01-01T00:00:00Z' }, '2026-11-22'),
  ).toBe(standing)
})
