import * as z from 'zod/mini'
import { BilledService } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { FILE_TYPES } from './file-types.ts'
import { AccountParams, Address } from './my-accounts.ts'
import { AccountNumber, IsoDate, Kopecks, Period } from './primitives.ts'
import { Provider } from './provider.ts'

const money = { netKopecks: Kopecks, vatKopecks: Kopecks, totalKopecks: Kopecks }

/** What was supplied at one price and one rate of VAT. */
export const SupplyLine = z.object({
  service: BilledService,
  kind: z.enum([
    'charge',
    'absence',
    'correction',
    'amount_correction',
    'inspection',
    'unauthorised',
    'surplus',
    'interruption',
  ]),
  /** Whose month it is; a recalculation names the month it is for. */
  period: Period,
  litres: z.nullable(z.int()),
  /** Without VAT where the rate is told. */
  priceKopecks: z.nullable(z.int()),
  vatPercent: z.nullable(z.int()),
  ...money,
})
export type SupplyLine = z.infer<typeof SupplyLine>

export const Contract = z.object({ number: z.string(), signedOn: z.nullable(IsoDate) })
export type Contract = z.infer<typeof Contract>

const Buyer = z.object({ name: z.string(), inn: z.string(), kpp: z.string() })

const PaymentDue = z.object({
  /** What was owed before and is late, what is left of the month, or an advance for the one after it. */
  what: z.enum(['debt', 'month', 'advance']),
  period: Period,
  /** Null where no term is known. */
  dueOn: z.nullable(IsoDate),
  amountKopecks: Kopecks,
})

/** The facts of счёт, акт and счёт-фактура for a month: they differ in form only. */
export const SupplyDocument = z.object({
  number: z.int(),
  period: Period,
  /** The day of the bill; act and VAT invoice are of the last day of the month. */
  issuedOn: IsoDate,
  suppliedOn: IsoDate,
  contract: z.nullable(Contract),
  seller: Provider,
  buyer: Buyer,
  account: z.object({ number: AccountNumber, ...Address }),
  lines: z.array(SupplyLine),
  total: z.object(money),
  payments: z.array(PaymentDue),
})
export type SupplyDocument = z.infer<typeof SupplyDocument>

export const OperationOfReconciliation = z.enum([
  'opening',
  'charge',
  'recalculation',
  'payment',
  'refund',
  'transfer',
  'storno',
  'penalty',
])

export const ReconciliationAct = z.object({
  from: IsoDate,
  to: IsoDate,
  contract: z.nullable(Contract),
  seller: Provider,
  buyer: Buyer,
  account: z.object({ number: AccountNumber, ...Address }),
  /** Owed for water by the buyer; an advance is negative. */
  openingKopecks: Kopecks,
  rows: z.array(
    z.object({
      occurredOn: IsoDate,
      kind: OperationOfReconciliation,
      period: z.nullable(Period),
      debitKopecks: Kopecks,
      creditKopecks: Kopecks,
    }),
  ),
  debitKopecks: Kopecks,
  creditKopecks: Kopecks,
  closingKopecks: Kopecks,
  /** Penalties stand apart. */
  penaltyOpeningKopecks: Kopecks,
  penaltyClosingKopecks: Kopecks,
})
export type ReconciliationAct = z.infer<typeof ReconciliationAct>

const DocumentsOfMonth = z.object({
  number: z.int(),
  period: Period,
  totalKopecks: Kopecks,
  issuedOn: IsoDate,
})

export const listMyDocuments = {
  method: 'GET',
  url: '/my/accounts/:accountId/documents',
  config: { access: 'person' },
  schema: {
    summary: 'The months that an organisation has papers of, the newest first',
    tags: ['documents'],
    params: AccountParams,
    response: {
      200: z.object({
        account: z.object({ number: AccountNumber, ...Address }),
        contract: z.nullable(Contract),
        months: z.array(DocumentsOfMonth),
        /** The city's day. */
        today: IsoDate,
      }),
    },
  },
} as const satisfies Endpoint

const month = z.strictObject({ ...AccountParams.shape, period: Period })

export const showMyDocument = {
  method: 'GET',
  url: '/my/accounts/:accountId/documents/:period',
  config: { access: 'person' },
  schema: {
    summary: 'What invoice, act and VAT invoice of a month say, as data',
    tags: ['documents'],
    params: month,
    response: { 200: SupplyDocument },
  },
} as const satisfies Endpoint

const produces = Object.values(FILE_TYPES)

export const SupplyFile = z.enum([
  'invoice.pdf',
  'invoice.xlsx',
  'act.pdf',
  'act.xlsx',
  'vat-invoice.pdf',
  'vat-invoice.xlsx',
])
export type SupplyFile = z.infer<typeof SupplyFile>

export const downloadMyDocument = {
  method: 'GET',
  url: '/my/accounts/:accountId/documents/:period/:file',
  config: { access: 'person' },
  schema: {
    summary: 'Invoice, act or VAT invoice of a month as PDF or XLSX',
    tags: ['documents'],
    params: z.strictObject({ ...month.shape, file: SupplyFile }),
    produces,
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

/** Both days included. */
const days = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'] }))

export const showReconciliation = {
  method: 'GET',
  url: '/my/accounts/:accountId/reconciliation',
  config: { access: 'person' },
  schema: {
    summary: 'What an organisation owed before, what happened from day to day, and what it owes after',
    tags: ['documents'],
    params: AccountParams,
    querystring: days,
    response: { 200: ReconciliationAct },
  },
} as const satisfies Endpoint

export const downloadReconciliation = {
  method: 'GET',
  url: '/my/accounts/:accountId/reconciliation/:file',
  config: { access: 'person' },
  schema: {
    summary: 'The reconciliation statement of any days as PDF or XLSX',
    tags: ['documents'],
    params: z.strictObject({ ...AccountParams.shape, file: z.enum(['act.pdf', 'act.xlsx']) }),
    querystring: days,
    produces,
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
