import type { Pdf } from '../../../platform/documents/document.ts'
import { shortDay } from '../../../platform/documents/sheet/format.ts'
import { drawLongTable } from '../../../platform/documents/sheet/long-table.ts'
import type { Place } from '../../../platform/documents/sheet/put.ts'
import type { FormMeter } from './account-facts.repo.ts'

const SERVICES = { cold: 'холодная', hot: 'горячая' } as const
const ROWS_BY_HAND = 3

const COLUMNS = [
  { title: 'Вода', share: 2 },
  { title: 'Тип счётчика', share: 3 },
  { title: 'Заводской номер', share: 3 },
  { title: 'Где стоит', share: 2.4 },
  { title: 'Поверка до', share: 2.2 },
  { title: 'Показание, м³', share: 2.4 },
] as const

/** The meters of the account, the reading to be written by hand; or rows for all of it. */
export function drawFormMeters(pdf: Pdf, place: Place, meters: readonly FormMeter[]): number {
  const rows = meters.map(({ service, type, serial, place: where, verificationDueOn }) => [
    SERVICES[service],
    type,
    serial,
    where,
    verificationDueOn === null ? '' : shortDay(verificationDueOn),
    '',
  ])
  const shown = rows.length > 0 ? rows : Array.from({ length: ROWS_BY_HAND }, () => COLUMNS.map(() => ''))
  return drawLongTable(pdf, place, { columns: COLUMNS, rows: shown, rowPoints: 22, size: 9.5 }) + 12
}
