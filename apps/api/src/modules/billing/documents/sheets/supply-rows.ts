import type { SupplyDocument, SupplyLine } from '@rodnik/contract/legal-documents'
import { kindInWords, lineWords } from '@rodnik/domain/receipts/line-words'
import { month } from '../../../../platform/documents/sheet/format.ts'

const { services } = lineWords

/** «Водоотведение за октябрь 2026». */
export function lineName({ service, kind, period }: SupplyLine): string {
  const name = `${services[service]} за ${month(period)}`
  return kind === 'charge' ? name : `${services[service]}: ${kindInWords(kind, month(period))}`
}
/** ОКЕИ: a cubic metre. */
export const UNIT = { name: 'м³', code: '113' } as const

export const rateOf = ({ vatPercent }: Pick<SupplyLine, 'vatPercent'>): string =>
  vatPercent === null ? 'в цене' : `${vatPercent}\u00a0%`

export const TITLES = { invoice: 'Счёт', act: 'Акт', 'vat-invoice': 'Данные счёта-фактуры' } as const
export type SupplyKind = keyof typeof TITLES

/** Act and VAT invoice are of the day on which the supply of the month ended. */
export const dateOf = (kind: SupplyKind, { issuedOn, suppliedOn }: SupplyDocument): string =>
  kind === 'invoice' ? issuedOn : suppliedOn
