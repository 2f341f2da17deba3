import type { WaterService } from '@rodnik/contract/meters'
import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import type { Provider } from '@rodnik/contract/provider'
import type { Statement } from '@rodnik/contract/statement'
import type { NormService } from '@rodnik/contract/volume-parts'
import type { BilledReading } from '@rodnik/domain/receipts/billed-readings'
import type { Recalculation } from '@rodnik/domain/receipts/receipt-recalculations'
import type { ReceiptRow } from '@rodnik/domain/receipts/receipt-rows'

/** Everything that stands on a receipt. What a reader may not see is not in it. */
export type ReceiptData = {
  period: string
  /** By which day it is to be paid; null where no day is known. */
  dueOn: string | null
  accountNumber: string
  /** Null for a guest, who has proved neither name nor address. */
  payer: { name: string; street: string; house: string; flat: string } | null
  provider: Provider
  rows: ReceiptRow[]
  /** Lines were put together to fit the page: the whole calculation is in the cabinet. */
  isGrouped: boolean
  statement: Statement
  /** What the month charged for debts of other months. */
  penalties: PenaltyGrowth[]
  recalculations: Recalculation[]
  meters: ReceiptMeter[]
  norms: ReceiptNorm[]
  /** The text of the payment code; null where nothing is to be paid. */
  paymentQr: string | null
  /** By which whoever holds the paper links the account; only on paper that goes to the letter box. */
  receiptCode: string | null
}

export type ReceiptMeter = Pick<BilledReading, 'readings'> & {
  service: WaterService
  place: string
  serial: string
}

export type ReceiptNorm = { service: NormService; litres: number }
