import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import { lastDayOfMonth } from '@rodnik/domain/calendar/days'
import { billedReadings } from '@rodnik/domain/receipts/billed-readings'
import { receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import { recalculationsOf } from '@rodnik/domain/receipts/receipt-recalculations'
import { receiptRows } from '@rodnik/domain/receipts/receipt-rows'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { BilledMonth } from '../bills/bills.repo.ts'
import { statementOf } from '../bills/statement.ts'
import { providerOn, type ReceiptContext } from './receipt-context.service.ts'
import type { ReceiptData, ReceiptMeter, ReceiptNorm } from './receipt-data.ts'
import type { Payer } from './receipts.repo.ts'

/** A month that is final, as the database gives it. */
export type FinalMonth = BilledMonth & {
  period: string
  services: NonNullable<BilledMonth['services']>
  issuedAt: Date
}

export const isFinal = (month: BilledMonth): month is FinalMonth =>
  month.period !== null && month.services !== null && month.issuedAt !== null

/** What every receipt of the month says, whoever reads it. */
function commonPart(month: FinalMonth, context: ReceiptContext) {
  const { period, number: accountNumber } = month
  const statement = statementOf(month.moved, context.dayAt(month.issuedAt))
  const provider = providerOn(context, statement.issuedOn)
  const sumKopecks = statement.toPayKopecks
  return {
    period,
    accountNumber,
    provider,
    statement,
    dueOn: context.dueOn(period, consumerGroupOf(month.kind)),
    paymentQr: sumKopecks > 0 ? receiptQr({ provider, accountNumber, period, sumKopecks }) : null,
  }
}

/** The whole receipt. It is made of what is final, so the same month gives the same receipt for ever. */
export function wholeReceipt(
  month: FinalMonth,
  { name, housingGroup }: Payer,
  context: ReceiptContext,
): Omit<ReceiptData, 'receiptCode'> {
  const { street, house, flat, services, penalties, period } = month
  return {
    ...commonPart(month, context),
    payer: { name, street, house, flat },
    ...receiptRows(services),
    penalties,
    recalculations: recalculationsOf(services),
    meters: metersOf(month),
    norms: normsOf(context, housingGroup, lastDayOfMonth(period)),
  }
}

/** Sums alone: nothing that tells who lives there, how many they are and what they use when. */
export function guestReceipt(month: FinalMonth, context: ReceiptContext): ReceiptData {
  return {
    ...commonPart(month, context),
    payer: null,
    rows: month.services.map(({ service, litres, amountKopecks }) => ({
      service,
      kind: 'charge',
      method: null,
      period: month.period,
      days: null,
      litres,
      priceKopecks: null,
      vat: null,
      amountKopecks,
    })),
    isGrouped: false,
    penalties: [],
    recalculations: [],
    meters: [],
    norms: [],
    receiptCode: null,
  }
}

function metersOf({ services, meters }: FinalMonth): ReceiptMeter[] {
  const names = new Map(meters.map((meter) => [meter.id, meter]))
  return billedReadings(services).flatMap(({ meterId, readings }) => {
    const meter = names.get(meterId)
    return meter ? [{ service: meter.service, place: meter.place, serial: meter.serial, readings }] : []
  })
}

const NORM_SERVICES = ['cold', 'hot', 'wastewater'] as const

function normsOf({ rows }: ReceiptContext, housingGroup: string, day: string): ReceiptNorm[] {
  const norms = ofKind(rows, 'norm').filter((row) => row.housingGroup === housingGroup)
  return NORM_SERVICES.flatMap((service) => {
    const norm = inForceOn(
      norms.filter((row) => row.service === service),
      day,
    )
    return norm ? [{ service, litres: norm.normLitres }] : []
  })
}
