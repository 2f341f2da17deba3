import { readFileSync } from 'node:fs'
import { BankProfile, type PaymentsLayout, type TotalCell } from '@rodnik/contract/bank-profile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRegistryReader } from './read-registry.ts'
import type { RegistryPayment } from './registry-row.ts'

const TODAY = '2026-11-22'

const layoutIn = (name: string): PaymentsLayout => {
  const file = new URL(
    `../../../../../prisma/reference/chelyabinsk/bank-profiles/${name}.json`,
    import.meta.url,
  )
  const { payments } = BankProfile.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (!payments) throw new Error(`${name} has no file of payments`)
  return payments
}

/** A bank that names its columns, writes kopecks and has two columns for a key. */
const NAMED: PaymentsLayout = {
  ...layoutIn('sber'),
  width: 8,
  hasHeader: true,
  comment: '//',
  dateFormat: 'YYYYMMDD',
  periodFormat: 'YYYY-MM',
  decimal: 'kopecks',
  columns: {
    key: ['Терминал', 'Чек'],
    paidOn: 'Дата',
    account: 'ЛС',
    amount: 'Сумма',
    transferred: null,
    commission: null,
    period: 'Месяц',
    payerName: 'ФИО',
    payerAddress: 'Адрес',
  },
}

const inDays = (iso: string, format: PaymentsLayout['dateFormat']) => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return format.replace('YYYY', year).replace('MM', month).replace('DD', day)
}
const inSums = (kopecks: number, { decimal }: PaymentsLayout) =>
  decimal === 'kopecks'
    ? String(kopecks)
    : `${Math.floor(kopecks / 100)}${decimal}${String(kopecks % 100).padStart(2, '0')}`

const inMonths = (period: string | null, format: PaymentsLayout['periodFormat']) => {
  if (period === null || format === null) return ''
  const [year = '', month = ''] = period.split('-')
  return format.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month)
}

type Row = Omit<RegistryPayment, 'line' | 'key'> & { key: string[] }

const placed = (row: Row, layout: PaymentsLayout, header: string[]): string => {
  const cells = Array.from({ length: layout.width }, () => 'x')
  const { columns } = layout
  const put = (column: number | string | null, value: string) => {
    if (column !== null) cells[typeof column === 'number' ? column - 1 : header.indexOf(column)] = value
  }
  columns.key.forEach((column, i) => put(column, row.key[i] ?? ''))
  put(columns.paidOn, inDays(row.paidOn, layout.dateFormat))
  put(columns.account, row.accountNumber)
  put(columns.amount, inSums(row.amountKopecks, layout))
  put(columns.transferred, inSums(row.transferredKopecks, layout))
  put(columns.commission, inSums(row.commissionKopecks, layout))
  put(columns.period, inMonths(row.period, layout.periodFormat))
  put(columns.payerName, row.payerName ?? '')
  put(columns.payerAddress, row.payerAddress ?? '')
  return cells.join(layout.separator)
}

const total = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0)

function written(rows: readonly Row[], layout: PaymentsLayout, header: string[]): string[] {
  const cellOf: Record<TotalCell, () => string> = {
    count: () => String(rows.length),
    amount: () =>
      inSums(
        total(rows, ({ amountKopecks }) => amountKopecks),
        layout,
      ),
    transferred: () =>
      inSums(
        total(rows, ({ transferredKopecks }) => transferredKopecks),
        layout,
      ),
    commission: () =>
      inSums(
        total(rows, ({ commissionKopecks }) => commissionKopecks),
        layout,
      ),
    order_number: () => '77',
    ordered_on: () => inDays(TODAY, layout.dateFormat),
    ignored: () => '',
  }
  const lines = (place: 'head' | 'last') =>
    layout.totals
      .filter((line) => line.place === place)
      .map(({ prefix, separator, cells }) => {
        const text = cells.map((cell) => cellOf[cell]()).join(separator)
        return separator === ' ' ? `${prefix} ${text}` : prefix + text
      })
  return [
    ...lines('head'),
    ...(layout.hasHeader ? [header.join(layout.separator)] : []),
    ...rows.map((row) => placed(row, layout, header)),
    ...lines('last'),
  ]
}

const HEADER = ['Дата', 'Терминал', 'Чек', 'ЛС', 'ФИО', 'Адрес', 'Месяц', 'Сумма']
const words = fc.constantFrom('ИВАНОВ И.И.', 'Ёлкина Анна', 'ул. Труда, 12', "O'Нил «Б»", 'x"y')
const rowsOf = (layout: PaymentsLayout) =>
  fc.uniqueArray(
    fc
      .record({
        key: fc.array(fc.stringMatching(/^[0-9A-Za-z-]{1,20}$/), {
          minLength: layout.columns.key.length,
          maxLength: layout.columns.key.length,
        }),
        accountNumber: fc.oneof(fc.stringMatching(/^314\d{7}$/), fc.constantFrom('', 'нет', '123')),
        day: fc.integer({ min: 1, max: 30 }),
        period: fc.constantFrom('2026-10', '2025-01', null),
        amountKopecks: fc.integer({ min: 1, max: 99_999_999 }),
        kept: fc.nat(100),
        payerName: fc.option(words),
        payerAddress: fc.option(words),
      })
      .map(({ day, kept, ...row }): Row => {
        const commissionKopecks = layout.columns.commission === null ? 0 : Math.min(kept, row.amountKopecks)
        return {
          ...row,
          paidOn: `2026-09-${String(day).padStart(2, '0')}`,
          period: layout.periodFormat === null ? null : row.period,
          commissionKopecks,
          transferredKopecks: row.amountKopecks - commissionKopecks,
        }
      }),
    { selector: ({ key }) => key.join('/'), minLength: 1, maxLength: 30 },
  )

describe.each([
  ['sber', layoutIn('sber')],
  ['gorod', layoutIn('gorod')],
  ['of named columns', NAMED],
] as const)('the profile %s', (_, layout) => {
  test('reads the rows that were written, and what they come to', () => {
    fc.assert(
      fc.property(rowsOf(layout), (rows) => {
        const reader = createRegistryReader(layout, TODAY)
        const read = written(rows, layout, HEADER).flatMap((line) => reader.take(`${line}\r`) ?? [])
        const { faults, totals } = reader.end()
        expect(faults).toEqual([])
        expect(read.map(({ line: _line, ...row }) => row)).toEqual(
          rows.map((row) => ({ ...row, key: row.key.join('/') })),
        )
        expect(totals).toMatchObject({
          count: rows.length,
          amountKopecks: total(rows, ({ amountKopecks }) => amountKopecks),
          orderNumber: '77',
          orderedOn: TODAY,
        })
      }),
      { numRuns: 300 },
    )
  })

  test('takes no file that lacks one of its lines', () => {
    fc.assert(
      fc.property(rowsOf(layout), fc.nat(), (rows, some) => {
        const lines = written(rows, layout, HEADER)
        const needed = lines.filter((line) => !line.startsWith('#ORDER'))
        const lost = needed[some % needed.length]
        const reader = createRegistryReader(layout, TODAY)
        for (const line of lines) if (line !== lost) reader.take(line)
        expect(reader.end().faultCount).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('meets any text without an error of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 20 }), (lines) => {
        const reader = createRegistryReader(layout, TODAY)
        for (const line of lines) reader.take(line)
        expect(reader.end().totals.count).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})
