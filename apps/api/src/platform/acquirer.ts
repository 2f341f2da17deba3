import type { AcquirerName } from '@rodnik/contract/payment-rules'
import type { Provider } from '@rodnik/contract/provider'

export type { AcquirerName }

export type PayMethod = 'card' | 'sbp'

export type ReceiptItem = {
  /** At most 100 characters. */
  name: string
  amountKopecks: number
  /** As this acquirer numbers VAT rates: a dated setting, because rates change and not every code is published. */
  vatCode: number
  /** Признаки способа и предмета расчёта, in the words of ФФД 1.05. */
  method: 'full_payment' | 'advance'
  object: 'service' | 'payment'
}

/** What the cash register of the acquirer prints (54-ФЗ, ст. 4.7); its items add up to the amount of the order. */
export type FiscalReceipt = {
  ffdVersion: '1.05' | '1.2'
  /** One of the two is needed. A phone is +7 and ten digits. */
  contact: { email?: string; phone?: string }
  company: { email: string; inn: string; taxSystem: string; paymentAddress: string }
  items: readonly ReceiptItem[]
}

export type NewOrder = {
  /** Ours: at most 36 characters, never used twice, so also what makes a repeated call harmless. */
  orderNumber: string
  amountKopecks: number
  /** Read by the payer and on bank statements. */
  description: string
  /** Where the browser comes back to, whatever happened. */
  returnUrl: string
  method: PayMethod
  /** Of the pages of the acquirer. */
  language: 'ru' | 'en'
  expiresAt: Date
  payer: { email?: string; phone?: string }
  receipt?: FiscalReceipt
  /** What some acquirers must know of a payment for utilities: who is paid, for which account and month. */
  utility: { provider: Provider; accountNumber: string; period: string | null }
}

/** One of the two is there: a page to go to, or a link of СБП to draw as a code. */
export type OpenedOrder = { acquirerId: string; payUrl?: string; qrText?: string }

/** As the acquirer knows the order, once it has one; before that by our own number. */
export type OrderRef = { orderNumber: string; acquirerId?: string | undefined }

/**
 * What the acquirer says of an order when asked: the only thing that counts. Nothing of it is believed without
 * comparing order, amount and currency with our own.
 */
export type OrderSeen = {
  state: 'pending' | 'authorised' | 'paid' | 'cancelled' | 'failed' | 'expired'
  orderNumber: string
  acquirerId: string
  orderedKopecks: number
  /** Taken from the payer so far, refunds not deducted. */
  paidKopecks: number
  refundedKopecks: number
  /** ISO 4217, letters. */
  currency: string
  paidAt?: Date
  /** Why it was refused, in the acquirer's words: for staff and logs. */
  reason?: string
  maskedPan?: string
  /** Number by which banks find the operation. */
  rrn?: string
  /** The answer as it came, for the record. */
  raw: unknown
}

export type RawCallback = {
  method: string
  /** Without the question mark. */
  query: string
  contentType: string
  body: string
  /** Of the caller, as far as trusted proxies tell. */
  ip: string
}

/** A hint that something happened. `unsigned`: this acquirer gives nothing to check it by. */
export type ReadCallback = {
  orderNumber?: string
  acquirerId?: string
  event: string
  authentic: 'yes' | 'no' | 'unsigned'
}

export type Refund = {
  orderNumber: string
  acquirerId: string
  amountKopecks: number
  /** Repeated with the same one, nothing is given back twice. */
  refundId: string
  /** Of this order by other refunds that are done: by the sum, acquirers are understood that keep no refundId. */
  refundedBeforeKopecks?: number
  receipt?: FiscalReceipt
}

/**
 * refused: the acquirer has answered that nothing happened. duplicate: it knows the order number already.
 * unknown: no answer, or none that can be read — it may have happened, and must be asked about.
 */
export class AcquirerFailure extends Error {
  override readonly name = 'AcquirerFailure'
  readonly kind: 'refused' | 'duplicate' | 'unknown'
  /** For logs and staff: holds nothing personal and nothing secret. */
  readonly reason: string

  constructor(kind: AcquirerFailure['kind'], reason: string) {
    super(`${kind}: ${reason}`)
    this.kind = kind
    this.reason = reason
  }
}

/** The way to one acquirer. Every call ends within its time limit. */
export type Acquirer = {
  name: AcquirerName
  methods: readonly PayMethod[]
  /** @throws AcquirerFailure */
  open: (order: NewOrder) => Promise<OpenedOrder>
  /** Undefined: the acquirer has no such order. @throws AcquirerFailure unknown */
  ask: (ref: OrderRef) => Promise<OrderSeen | undefined>
  /** Gives up an order that nobody has paid. @throws AcquirerFailure */
  cancel: (ref: Required<OrderRef>) => Promise<void>
  /** Gives money back, before or after settlement. @throws AcquirerFailure */
  refund: (refund: Refund) => Promise<'done' | 'pending'>
  /** Never throws: what cannot be read is `authentic: 'no'`. */
  readCallback: (raw: RawCallback) => ReadCallback
}

/** The acquirers that are set up: new payments go to the first, earlier ones stay with theirs. */
export type Acquirers = {
  current: Acquirer | undefined
  named: (name: string) => Acquirer | undefined
}

/** Payments are switched off. */
export const NO_ACQUIRERS: Acquirers = { current: undefined, named: () => undefined }
