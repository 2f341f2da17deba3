import type { PaymentsLayout } from '@rodnik/contract/bank-profile'
import { lastDayOfMonth } from '../../calendar/days.ts'

const DAYS: Record<PaymentsLayout['dateFormat'], RegExp> = {
  'DD-MM-YYYY': /^(?<day>\d\d)-(?<month>\d\d)-(?<year>\d{4})$/,
  'DD.MM.YYYY': /^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})$/,
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  DDMMYYYY: /^(?<day>\d\d)(?<month>\d\d)(?<year>\d{4})$/,
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
}

/** The day as ISO; undefined when the calendar has none. */
export function readDay(cell: string, format: PaymentsLayout['dateFormat']): string | undefined {
  const { year = '', month = '', day = '' } = DAYS[format].exec(cell.trim())?.groups ?? {}
  if (!/^20\d\d$/.test(year) || !/^(?:0[1-9]|1[0-2])$/.test(month) || day === '00') return undefined
  const iso = `${year}-${month}-${day}`
  return iso <= lastDayOfMonth(iso.slice(0, 7)) ? iso : undefined
}

const PERIODS: Record<NonNullable<PaymentsLayout['periodFormat']>, RegExp> = {
  MMYY: /^(?<month>\d\d)(?<year>\d\d)$/,
  MMYYYY: /^(?<month>\d\d)(?<year>\d{4})$/,
  'MM.YYYY': /^(?<month>\d\d)\.(?<year>\d{4})$/,
  'YYYY-MM': /^(?<year>\d{4})-(?<month>\d\d)$/,
}

/** The month as 2026-10. Null when it is none: payers type it at a machine, and money is not refused for that. */
export function readMonth(cell: string, format: PaymentsLayout['periodFormat']): string | null {
  if (format === null) return null
  const { year = '', month = '' } = PERIODS[format].exec(cell.trim())?.groups ?? {}
  return /^(?:0[1-9]|1[0-2])$/.test(month) ? `${year.padStart(4, '20')}-${month}` : null
}

const SUMS: Record<PaymentsLayout['decimal'], RegExp> = {
  ',': /^(\d{1,12})(?:,(\d{1,2}))?$/,
  '.': /^(\d{1,12})(?:\.(\d{1,2}))?$/,
  kopecks: /^(\d{1,14})$/,
}

/** Kopecks; undefined when it is no sum. Blanks between thousands are let pass. */
export function readSum(cell: string, decimal: PaymentsLayout['decimal']): number | undefined {
  const [, whole, fraction = ''] = SUMS[decimal].exec(cell.replaceAll(/\s/g, '')) ?? []
  if (whole === undefined) return undefined
  return decimal === 'kopecks' ? Number(whole) : Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** One line without what is no text, of at most so many characters; null when nothing is left. */
export function readWords(cell: string, maxLength: number): string | null {
  const words = cell.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return words === '' ? null : words.slice(0, maxLength)
}
