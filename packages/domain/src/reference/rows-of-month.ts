import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { lastDayOfMonth } from '../calendar/days.ts'
import { withValidTo } from './validity.ts'

/** What `chargeReference` asks for; terms of payment and penalties are another matter. */
const CHARGED_BY: ReadonlySet<ReferenceKind> = new Set([
  'tariff',
  'norm',
  'coefficient',
  'vat',
  'average_rules',
  'interruption_rules',
  'absence_rules',
  'legal_rules',
  'recalculation_rules',
  'charge_policies',
])

/** The rows that hold on some day of a month: it is charged by them as by all there are. */
export function rowsOfMonth(rows: readonly ReferenceRow[], period: string): ReferenceRow[] {
  const [firstDay, lastDay] = [`${period}-01`, lastDayOfMonth(period)]
  return withValidTo(rows.filter(({ kind }) => CHARGED_BY.has(kind)))
    .filter(({ row, validTo }) => row.validFrom <= lastDay && (validTo === null || validTo >= firstDay))
    .map(({ row }) => row)
}
