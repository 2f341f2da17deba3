import { readFileSync } from 'node:fs'
import { ReferenceRow } from '@rodnik/contract/reference'
import { receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import type { ReceiptRow } from '@rodnik/domain/receipts/receipt-rows'
import { ofKind } from '@rodnik/domain/reference/validity'
import * as z from 'zod/mini'
import type { ReceiptData } from '../src/modules/billing/receipts/receipt-data.ts'

const FILE = new URL('../../../prisma/reference/chelyabinsk/provider.json', import.meta.url)

/** The payee of the demo city. */
export function aProvider() {
  const rows = z.array(ReferenceRow).parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const [provider] = ofKind(rows, 'provider')
  if (!provider) throw new Error('The city has no payee')
  return provider
}

export const aRow = (changes: Partial<ReceiptRow> = {}): ReceiptRow => ({
  service: 'cold_water',
  kind: 'charge',
  method: 'meter',
  period: '2026-10',
  days: null,
  litres: 4000,
  priceKopecks: 4022,
  vat: null,
  amountKopecks: 16_088,
  ...changes,
})

/** The receipt of a flat with one meter that pays in time. */
export function aReceipt(changes: Partial<ReceiptData> = {}): ReceiptData {
  const provider = changes.provider ?? aProvider()
  const accountNumber = '3140000017'
  return {
    period: '2026-10',
    dueOn: '2026-11-16',
    accountNumber,
    payer: { name: 'Иванова Анна Петровна', street: 'ул. Мира', house: '12а', flat: '45' },
    provider,
    rows: [aRow(), aRow({ service: 'wastewater', priceKopecks: 2685, amountKopecks: 10_740 })],
    isGrouped: false,
    statement: {
      issuedOn: '2026-11-05',
      openingKopecks: 53_656,
      paidKopecks: 53_656,
      chargedKopecks: 26_828,
      penaltyOpeningKopecks: 0,
      penaltyPaidKopecks: 0,
      penaltyChargedKopecks: 0,
      toPayKopecks: 26_828,
      advanceLeftKopecks: 0,
    },
    penalties: [],
    recalculations: [],
    meters: [
      {
        service: 'cold',
        place: 'кухня',
        serial: '07451893',
        readings: { fromLitres: 120_000, toLitres: 124_000, usedLitres: 4000 },
      },
    ],
    norms: [
      { service: 'cold', litres: 5600 },
      { service: 'wastewater', litres: 9100 },
    ],
    paymentQr: receiptQr({ provider, accountNumber, period: '2026-10', sumKopecks: 26_828 }),
    receiptCode: null,
    ...changes,
  }
}
