import { kindInWords, lineWords } from '@rodnik/domain/receipts/line-words'
import type { Recalculation } from '@rodnik/domain/receipts/receipt-recalculations'
import type { ReceiptRow } from '@rodnik/domain/receipts/receipt-rows'
import { month, shortDay, shortMonth, volume } from '../../../../platform/documents/sheet/format.ts'

const { methods, services } = lineWords

/** How the volume or the sum of a row came about. */
export function rowName({ kind, method, period, days }: ReceiptRow): string {
  const name = nameOf(kind, method, period)
  return days ? `${name}, ${shortDay(days.from).slice(0, 5)}–${shortDay(days.to).slice(0, 5)}` : name
}

function nameOf(kind: ReceiptRow['kind'], method: ReceiptRow['method'], period: string | null): string {
  if (kind === 'charge') return method ? methods[method] : 'Начислено за месяц'
  return kindInWords(kind, period ? month(period) : 'прошлые месяцы')
}

export const serviceName = services

const REASONS: Record<Recalculation['because'], string> = {
  true_up: 'новое показание, начисленное без него вычтено',
  absence: 'временное отсутствие',
  correction: 'исправлен объём',
  inspection: 'проверка счётчика',
  unauthorised: 'самовольное подключение',
  interruption: 'перерыв в подаче воды',
}

/** A line of a page has no room for more. */
const MAX_REASON = 90

/** «09.2026, холодная вода: исправлен объём, −1,000 м³». */
export function reasonLine({ service, because, period, litres, reason }: Recalculation): string {
  const change = litres === null ? '' : `, ${volume(litres)} м³`
  return `${shortMonth(period)}, ${services[service].toLowerCase()}: ${(reason ?? REASONS[because]).slice(0, MAX_REASON)}${change}`
}

export const waterName = { cold: 'Холодная', hot: 'Горячая' }
export const normName = { cold: 'холодная вода', hot: 'горячая вода', wastewater: 'водоотведение' }
